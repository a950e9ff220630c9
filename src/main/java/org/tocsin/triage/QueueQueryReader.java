package org.tocsin.triage;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.json.Json;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.report.State;
import org.tocsin.report.submission.Severity;
import org.tocsin.report.submission.Stage;

/**
 * Reads the filters of the queue's address. A form sends its empty fields too, so what is empty asks for nothing; a word
 * that is not known is refused, for a filter that is passed over gives a wrong queue.
 */
final class QueueQueryReader {

    private static final int LONGEST = 200;

    private final MultivaluedMap<String, String> sent;
    private final List<Fault> faults = new ArrayList<>();

    private QueueQueryReader(MultivaluedMap<String, String> sent) {
        this.sent = sent;
    }

    /** @throws Problem 400 with everything that is wrong, each with the parameter's name */
    static QueueQuery read(MultivaluedMap<String, String> sent) {
        return new QueueQueryReader(sent).read();
    }

    /** @param filters as {@link QueueQuery#filters()} writes them */
    static QueueQuery read(String filters) {
        MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
        Stream.of(filters == null ? new String[0] : filters.split("&")).filter(pair -> pair.contains("=")).forEach(pair ->
                sent.add(pair.substring(0, pair.indexOf('=')), decoded(pair.substring(pair.indexOf('=') + 1))));
        return read(sent);
    }

    private QueueQuery read() {
        String after = first(QueueParameter.AFTER);
        QueueQuery query = new QueueQuery(
                words(QueueParameter.STATE, Stream.of(State.values()), State::code),
                words(QueueParameter.SEVERITY, Stream.of(Severity.values()), Json::word).stream().map(Json::word).collect(Collectors.toCollection(LinkedHashSet::new)),
                words(QueueParameter.STAGE, Stream.of(Stage.values()), Json::word).stream().map(Json::word).collect(Collectors.toCollection(LinkedHashSet::new)),
                text(QueueParameter.ORGANISATION),
                words(QueueParameter.HOLDER, Stream.of(Holder.values()), Holder::code).stream().findFirst().orElse(Holder.MINE_OR_NOBODYS),
                text(QueueParameter.TEXT),
                after == null ? Place.FIRST : Place.read(after));
        if (!faults.isEmpty()) {
            throw new Problem(400, "bad-filter", "Unusable filters", "The queue was not made, since what was asked for cannot be "
                    + "used. Each fault's pointer is the parameter's name.", faults);
        }
        return query;
    }

    private <T> Set<T> words(QueueParameter parameter, Stream<T> known, Function<T, String> word) {
        List<T> all = known.toList();
        Set<T> found = new LinkedHashSet<>();
        for (String given : sent.getOrDefault(parameter.code(), List.of())) {
            if (!given.isBlank()) {
                all.stream().filter(each -> word.apply(each).equals(given)).findFirst().ifPresentOrElse(found::add, () ->
                        fault(parameter, "unknown-word", "Expected one of " + all.stream().map(word).collect(Collectors.joining(", ")) + "."));
            }
        }
        return found;
    }

    private String text(QueueParameter parameter) {
        String given = first(parameter);
        if (given != null && given.length() > LONGEST) {
            fault(parameter, "too-long", "At most " + LONGEST + " characters.");
        } else if (given != null && given.chars().anyMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c))) {
            fault(parameter, "forbidden-character", "Control characters and the like cannot be looked for.");
        }
        return given;
    }

    private String first(QueueParameter parameter) {
        String given = sent.getFirst(parameter.code());
        return given == null || given.isBlank() ? null : given.strip();
    }

    private void fault(QueueParameter parameter, String code, String message) {
        faults.add(new Fault("/" + parameter.code(), code, message));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return value;
        }
    }
}
