package org.tocsin.oversight;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.json.Instants;
import org.tocsin.json.Json;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.report.Reference;
import org.tocsin.store.Ids;
import org.tocsin.web.Cursor;
import org.tocsin.web.paging.PartSize;

/**
 * Which entries of the log are asked for; what is null asks for all.
 *
 * @param report    its reference; null beside reportId
 * @param type      a type, or the part of types before the point
 * @param from      the first moment
 * @param to        the first moment after it
 * @param before    only places before this one
 * @param asked     the filters as they were sent
 */
record LogQuery(String report, UUID reportId, String actor, String type, String organisation, Instant from, Instant to,
        Long before, int limit, Map<String, String> asked) {

    static final int USUAL = 50;
    private static final int LONGEST = 200;

    /**
     * @param found what is wrong already
     * @throws Problem 400 with everything that is wrong, each with the parameter's name
     */
    static LogQuery read(MultivaluedMap<String, String> sent, List<Fault> found) {
        List<Fault> faults = new ArrayList<>(found);
        Map<String, String> asked = new LinkedHashMap<>();
        LogParameter.FILTERS.forEach(filter -> {
            String name = filter.code();
            String value = sent.getFirst(name);
            if (value != null && !value.isBlank()) {
                asked.put(name, value.strip());
                if (value.length() > LONGEST || value.chars().anyMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c))) {
                    faults.add(fault(name, "unusable", "At most " + LONGEST + " characters, and no control characters."));
                }
            }
        });
        String report = asked.get(LogParameter.REPORT.code());
        Optional<UUID> id = report == null ? Optional.empty() : Ids.read(report);
        Optional<String> reference = report == null || id.isPresent() ? Optional.empty() : Reference.read(report);
        if (report != null && id.isEmpty() && reference.isEmpty()) {
            faults.add(fault("report", "not-a-reference", "This is no report's reference; its last character is a check digit."));
        }
        LogQuery query = new LogQuery(reference.orElse(null), id.orElse(null), asked.get(LogParameter.ACTOR.code()), asked.get(LogParameter.TYPE.code()),
                asked.get(LogParameter.ORGANISATION.code()), instant(LogParameter.FROM.code(), asked, faults), instant(LogParameter.TO.code(), asked, faults),
                place(sent.getFirst(LogParameter.AFTER.code()), faults), limit(sent.getFirst(LogParameter.LIMIT.code()), faults), asked);
        if (!faults.isEmpty()) {
            throw new Problem(400, "bad-filter", "Unusable filters", "The log was not searched, since "
                    + (faults.size() == 1 ? "one of the parameters" : faults.size() + " of the parameters")
                    + " cannot be used. Each fault's pointer is the parameter's name.", faults);
        }
        return query;
    }

    LogQuery before(Long place, int count) {
        return new LogQuery(report, reportId, actor, type, organisation, from, to, place, count, asked);
    }

    /** Where the part after this one is. */
    String next(String path, long last) {
        StringBuilder next = new StringBuilder(path).append('?');
        asked.forEach((name, value) -> next.append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)).append('&'));
        if (limit != USUAL) {
            next.append("limit=").append(limit).append('&');
        }
        return next.append("after=").append(Cursor.write(last)).toString();
    }

    /** For the log itself: what someone took out of it. */
    ObjectNode detail() {
        ObjectNode detail = Json.MAPPER.createObjectNode();
        asked.forEach(detail::put);
        return detail;
    }

    /** A time with its zone, or a day, which begins in UTC. */
    private static Instant instant(String name, Map<String, String> asked, List<Fault> faults) {
        String given = asked.get(name);
        if (given == null) {
            return null;
        }
        String time = given.matches("\\d{4}-\\d\\d-\\d\\d") ? given + "T00:00:00Z"
                : given.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d") ? given + ":00Z" : given;
        Instant instant = Instants.parse(time).instant();
        if (instant == null) {
            faults.add(fault(name, "not-a-time", "Expected an RFC 3339 time with its offset, e.g. " + Instants.EXAMPLE
                    + ", or a day, which is one of UTC."));
        }
        return instant;
    }

    private static Long place(String after, List<Fault> faults) {
        if (after == null || after.isBlank()) {
            return null;
        }
        Optional<Long> place = Cursor.read(after, parts -> Long.valueOf(parts[0]), Cursor::write);
        if (place.isEmpty()) {
            faults.add(fault("after", "not-a-place", "This is not a place that this service gave. Begin again without it, then follow next."));
        }
        return place.orElse(null);
    }

    private static int limit(String given, List<Fault> faults) {
        if (given == null || given.isBlank()) {
            return USUAL;
        }
        if (given.matches("[0-9]{1,4}") && Integer.parseInt(given) >= 1 && Integer.parseInt(given) <= PartSize.LARGEST) {
            return Integer.parseInt(given);
        }
        faults.add(fault("limit", "out-of-range", "Expected a number from 1 to " + PartSize.LARGEST + "."));
        return USUAL;
    }

    private static Fault fault(String parameter, String code, String message) {
        return new Fault("/" + parameter.replace("~", "~0").replace("/", "~1"), code, message);
    }
}
