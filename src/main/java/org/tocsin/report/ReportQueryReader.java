package org.tocsin.report;

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
import org.tocsin.json.Nearest;
import org.tocsin.party.Caller;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.report.submission.ClockIdentity;
import org.tocsin.report.submission.IpAddress;
import org.tocsin.report.submission.Severity;
import org.tocsin.report.submission.Stage;

/** Reads the filters of an address: all of them or none, for a filter that is passed over gives a wrong list. */
final class ReportQueryReader {

    static final int USUAL = 50;
    static final int LARGEST = 200;
    private static final int LONGEST = 200;
    private static final String AFTER = "after";

    /** In the order in which the next part's address has them. */
    private static final List<String> KNOWN = List.of("state", "severity", "stage", "receivedFrom", "receivedTo",
            "changedFrom", "changedTo", "asset", "text", "organisation", "limit", AFTER);
    private static final Set<String> REPEATABLE = Set.of("state", "severity", "stage");

    private final Caller caller;
    private final MultivaluedMap<String, String> sent;
    private final List<Fault> faults = new ArrayList<>();

    private ReportQueryReader(Caller caller, MultivaluedMap<String, String> sent) {
        this.caller = caller;
        this.sent = sent;
    }

    /** @throws Problem 400 with everything that is wrong, each with the parameter's name */
    static ReportQuery read(Caller caller, MultivaluedMap<String, String> sent) {
        return new ReportQueryReader(caller, sent).read();
    }

    private ReportQuery read() {
        checkNames();
        ReportQuery query = new ReportQuery(
                words("state", State.values(), State::code).stream().map(State::of)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                words("severity", Severity.values(), Json::word),
                words("stage", Stage.values(), Json::word),
                span("received"), span("changed"),
                text("asset").map(ReportQueryReader::spellings).orElse(List.of()),
                text("text").orElse(null), organisation(), after(), limit(), asked());
        if (!faults.isEmpty()) {
            throw new Problem(400, "bad-filter", "Unusable filters",
                    "The list was not made, since " + (faults.size() == 1 ? "one of the parameters" : faults.size() + " of the parameters")
                            + " cannot be used. Each fault's pointer is the parameter's name.", faults);
        }
        return query;
    }

    private void checkNames() {
        sent.forEach((name, values) -> {
            if (!KNOWN.contains(name)) {
                fault(name, "unknown-parameter", "There is no such parameter."
                        + Nearest.to(name, KNOWN).map(near -> " Did you mean \"" + near + "\"?").orElse("")
                        + " Known are " + String.join(", ", KNOWN) + ".");
            } else if (values.size() > 1 && !REPEATABLE.contains(name)) {
                fault(name, "repeated", "This can be given once only.");
            }
        });
    }

    private <T> Set<String> words(String name, T[] known, Function<T, String> word) {
        List<String> words = Stream.of(known).map(word).toList();
        List<String> given = sent.getOrDefault(name, List.of());
        for (int i = 0; i < given.size(); i++) {
            if (!words.contains(given.get(i))) {
                fault(given.size() == 1 ? name : name + "/" + i, "unknown-word",
                        "Expected one of " + String.join(", ", words) + "; several are asked for by repeating the parameter.");
            }
        }
        return faults.isEmpty() ? new LinkedHashSet<>(given) : Set.of();
    }

    private ReportQuery.Span span(String what) {
        ReportQuery.Span span = new ReportQuery.Span(instant(what + "From"), instant(what + "To"));
        if (span.isEmpty()) {
            fault(what + "To", "empty-span", "This must be later than " + what + "From: it is the first moment that is not wanted any more.");
        }
        return span;
    }

    private Instant instant(String name) {
        String given = sent.getFirst(name);
        if (given == null) {
            return null;
        }
        Instant instant = Instants.parse(given).instant();
        if (instant == null) {
            fault(name, "not-a-time", "Expected an RFC 3339 time with its offset, e.g. " + Instants.EXAMPLE
                    + ". In an address, + is written %2B.");
        }
        return instant;
    }

    private Optional<String> text(String name) {
        Optional<String> given = Optional.ofNullable(sent.getFirst(name)).map(String::strip);
        given.ifPresent(text -> {
            if (text.isEmpty()) {
                fault(name, "too-short", "This is empty; leave the parameter out to ask for all.");
            } else if (text.length() > LONGEST) {
                fault(name, "too-long", "At most " + LONGEST + " characters.");
            } else if (text.chars().anyMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c))) {
                fault(name, "forbidden-character", "Control characters and the like cannot be looked for.");
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
        Optional<String> given = text("organisation");
        if (given.isPresent() && !caller.seesAll()) {
            fault("organisation", "not-for-you", "You see your own organisation's reports only; leave this out.");
        }
        return given.orElse(null);
    }

    private ReportPlace after() {
        String given = sent.getFirst(AFTER);
        Optional<ReportPlace> place = Optional.ofNullable(given).flatMap(ReportPlace::read);
        if (given != null && place.isEmpty()) {
            fault(AFTER, "not-a-place", "This is not a place that this service gave. Begin again without it, then follow next.");
        }
        return place.orElse(null);
    }

    private int limit() {
        String given = sent.getFirst("limit");
        if (given == null) {
            return USUAL;
        }
        if (given.matches("[0-9]{1,4}") && Integer.parseInt(given) >= 1 && Integer.parseInt(given) <= LARGEST) {
            return Integer.parseInt(given);
        }
        fault("limit", "out-of-range", "Expected a number from 1 to " + LARGEST + ".");
        return USUAL;
    }

    private Map<String, List<String>> asked() {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        KNOWN.stream().filter(name -> !name.equals(AFTER) && sent.containsKey(name))
                .forEach(name -> asked.put(name, List.copyOf(sent.get(name))));
        return asked;
    }

    private void fault(String parameter, String code, String message) {
        faults.add(new Fault("/" + parameter.replace("~", "~0"), code, message));
    }
}
