package org.tocsin.report;

import static org.tocsin.report.ReportParameter.AFTER;
import static org.tocsin.report.ReportParameter.ASSET;
import static org.tocsin.report.ReportParameter.CHANGED_FROM;
import static org.tocsin.report.ReportParameter.CHANGED_TO;
import static org.tocsin.report.ReportParameter.LIMIT;
import static org.tocsin.report.ReportParameter.ORGANISATION;
import static org.tocsin.report.ReportParameter.RECEIVED_FROM;
import static org.tocsin.report.ReportParameter.RECEIVED_TO;
import static org.tocsin.report.ReportParameter.SEVERITY;
import static org.tocsin.report.ReportParameter.STAGE;
import static org.tocsin.report.ReportParameter.STATE;
import static org.tocsin.report.ReportParameter.TEXT;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.json.Instants;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.report.submission.ClockIdentity;
import org.tocsin.report.submission.IpAddress;
import org.tocsin.report.submission.Severity;
import org.tocsin.report.submission.Stage;
import org.tocsin.web.paging.PartSize;
import org.tocsin.web.query.KnownQuery;

/** Reads the filters of an address: all of them or none, for a filter that is passed over gives a wrong list. */
final class ReportQueryReader {

    static final int USUAL = 50;
    private static final int LONGEST = 200;

    private final Caller caller;
    private final MultivaluedMap<String, String> sent;
    private final List<Fault> faults;

    private ReportQueryReader(Caller caller, MultivaluedMap<String, String> sent, List<Fault> found) {
        this.caller = caller;
        this.sent = sent;
        this.faults = new ArrayList<>(found);
    }

    /**
     * @param found what is wrong already
     * @throws Problem 400 with everything that is wrong, each with the parameter's name
     */
    static ReportQuery read(Caller caller, MultivaluedMap<String, String> sent, List<Fault> found) {
        return new ReportQueryReader(caller, sent, found).read();
    }

    private ReportQuery read() {
        ReportQuery query = new ReportQuery(
                words(STATE, State.values(), State::code).stream().map(State::of)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                words(SEVERITY, Severity.values(), Json::word),
                words(STAGE, Stage.values(), Json::word),
                span(RECEIVED_FROM, RECEIVED_TO), span(CHANGED_FROM, CHANGED_TO),
                text(ASSET).map(ReportQueryReader::spellings).orElse(List.of()),
                text(TEXT).orElse(null), organisation(), after(), limit(), asked());
        if (!faults.isEmpty()) {
            throw new Problem(400, "bad-filter", "Unusable filters",
                    "The list was not made, since " + (faults.size() == 1 ? "one of the parameters" : faults.size() + " of the parameters")
                            + " cannot be used. Each fault's pointer is the parameter's name.", faults);
        }
        return query;
    }

    private <T> Set<String> words(ReportParameter parameter, T[] known, Function<T, String> word) {
        List<String> words = Stream.of(known).map(word).toList();
        List<String> given = sent.getOrDefault(parameter.code(), List.of());
        for (int i = 0; i < given.size(); i++) {
            if (!words.contains(given.get(i))) {
                fault(given.size() == 1 ? parameter.code() : parameter.code() + "/" + i, "unknown-word",
                        "Expected one of " + String.join(", ", words) + "; several are asked for by repeating the parameter.");
            }
        }
        return faults.isEmpty() ? new LinkedHashSet<>(given) : Set.of();
    }

    private ReportQuery.Span span(ReportParameter from, ReportParameter to) {
        ReportQuery.Span span = new ReportQuery.Span(instant(from), instant(to));
        if (span.isEmpty()) {
            fault(to.code(), "empty-span", "This must be later than " + from.code() + ": it is the first moment that is not wanted any more.");
        }
        return span;
    }

    private Instant instant(ReportParameter parameter) {
        String given = sent.getFirst(parameter.code());
        if (given == null) {
            return null;
        }
        Instant instant = Instants.parse(given).instant();
        if (instant == null) {
            fault(parameter.code(), "not-a-time", "Expected an RFC 3339 time with its offset, e.g. " + Instants.EXAMPLE
                    + ". In an address, + is written %2B.");
        }
        return instant;
    }

    private Optional<String> text(ReportParameter parameter) {
        Optional<String> given = Optional.ofNullable(sent.getFirst(parameter.code())).map(String::strip);
        given.ifPresent(text -> {
            if (text.isEmpty()) {
                fault(parameter.code(), "too-short", "This is empty; leave the parameter out to ask for all.");
            } else if (text.length() > LONGEST) {
                fault(parameter.code(), "too-long", "At most " + LONGEST + " characters.");
            } else if (text.chars().anyMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c))) {
                fault(parameter.code(), "forbidden-character", "Control characters and the like cannot be looked for.");
            }
        });
        return given;
    }

    /** Names as they were written, addresses and clocks in the one spelling in which reports are stored. */
    private static List<String> spellings(String asset) {
        Set<String> spellings = new LinkedHashSet<>(List.of(asset.toLowerCase(Locale.ROOT)));
        if (new IpAddress.Notation().objection(asset).isEmpty()) {
            spellings.add(new IpAddress(asset).text());
        }
        if (new ClockIdentity.Notation().objection(asset).isEmpty()) {
            spellings.add(new ClockIdentity(asset).text());
        }
        return List.copyOf(spellings);
    }

    /** Refused in the same words whether there is such an organisation or not. */
    private String organisation() {
        Optional<String> given = text(ORGANISATION);
        if (given.isPresent() && !caller.seesAll()) {
            fault(ORGANISATION.code(), "not-for-you", "You see your own organisation's reports only; leave this out.");
        }
        return given.orElse(null);
    }

    private ReportPlace after() {
        String given = sent.getFirst(AFTER.code());
        Optional<ReportPlace> place = Optional.ofNullable(given).flatMap(ReportPlace::read);
        if (given != null && place.isEmpty()) {
            fault(AFTER.code(), "not-a-place", "This is not a place that this service gave. Begin again without it, then follow next.");
        }
        return place.orElse(null);
    }

    private int limit() {
        String given = sent.getFirst(LIMIT.code());
        if (given == null) {
            return USUAL;
        }
        if (given.matches("[0-9]{1,4}") && Integer.parseInt(given) >= 1 && Integer.parseInt(given) <= PartSize.LARGEST) {
            return Integer.parseInt(given);
        }
        fault(LIMIT.code(), "out-of-range", "Expected a number from 1 to " + PartSize.LARGEST + ".");
        return USUAL;
    }

    private Map<String, List<String>> asked() {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        Stream.of(ReportParameter.values()).filter(each -> each != AFTER).map(ReportParameter::code).filter(sent::containsKey)
                .forEach(name -> asked.put(name, List.copyOf(sent.get(name))));
        return asked;
    }

    /** One that is empty was found to be so already. */
    private void fault(String place, String code, String message) {
        String pointer = "/" + place;
        if (faults.stream().noneMatch(fault -> fault.pointer().equals(pointer) && fault.code().equals(KnownQuery.EMPTY))) {
            faults.add(new Fault(pointer, code, message));
        }
    }
}
