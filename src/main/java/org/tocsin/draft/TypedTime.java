package org.tocsin.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.tocsin.json.Json;
import org.tocsin.problem.Fault;
import org.tocsin.web.TypedMoment;

/** A time as people type it, in what a draft keeps: {@link TypedMoment} reads it. */
final class TypedTime {

    static final String DATE = "date";
    static final String TIME = "time";
    static final String ZONE = "zone";
    /** That the clock which told it is not trusted. */
    static final String DOUBT = "doubt";
    /** That we filled it in, and nobody has looked at it yet. */
    static final String PREFILLED = "prefilled";

    private TypedTime() {
    }

    static boolean is(JsonNode node) {
        return node.isObject() && (node.has(DATE) || node.has(TIME));
    }

    /** Digits of a second only where there are some. */
    static ObjectNode of(Instant at) {
        ZonedDateTime utc = at.atZone(ZoneOffset.UTC);
        return Json.MAPPER.createObjectNode()
                .put(DATE, utc.toLocalDate().toString())
                .put(TIME, utc.toLocalTime().toString())
                .put(ZONE, "UTC");
    }

    static ObjectNode now(Instant now) {
        return of(now.truncatedTo(ChronoUnit.MINUTES));
    }

    /**
     * As a submission has it. What cannot be read, or was two moments or none, stays as it was typed, for the submission's
     * reader to object to.
     *
     * @return nothing when nothing was typed
     */
    static Optional<String> written(JsonNode typed) {
        TypedMoment moment = moment(typed);
        return moment.isEmpty() ? Optional.empty() : Optional.of(moment.written());
    }

    static TypedMoment moment(JsonNode typed) {
        return new TypedMoment(typed.path(DATE).asText(), typed.path(TIME).asText(), typed.path(ZONE).asText(), typed.has(DOUBT));
    }

    /** The same faults; where the clocks were changed, with what there is to choose from. */
    static List<Fault> told(Typed typed, List<Fault> faults) {
        return faults.stream().map(fault -> {
            JsonNode time = typed.tree().at(fault.pointer());
            return is(time) ? moment(time).clockChange(fault.pointer()).orElse(fault) : fault;
        }).toList();
    }
}
