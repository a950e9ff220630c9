package org.tocsin.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tocsin.json.Instants;
import org.tocsin.json.Json;

/** A time as people type it: day, hour, zone. */
final class TypedTime {

    static final String DATE = "date";
    static final String TIME = "time";
    static final String ZONE = "zone";
    /** That the clock which told it is not trusted. */
    static final String DOUBT = "doubt";
    /** That we filled it in, and nobody has looked at it yet. */
    static final String PREFILLED = "prefilled";

    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("d.M.uuuu");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm[:ss][.SSSSSS]");

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
        String date = typed.path(DATE).asText().strip();
        String time = typed.path(TIME).asText().strip();
        String zone = typed.path(ZONE).asText().strip();
        if (date.isEmpty() && time.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = local(typed);
            List<ZoneOffset> offsets = where(typed).getRules().getValidOffsets(local);
            if (offsets.size() == 1) {
                return Optional.of(Instants.write(local.toInstant(offsets.get(0))));
            }
        } catch (DateTimeException unreadable) {
            // as it was typed, then
        }
        return Optional.of(String.join(" ", Stream.of(date, time, zone).filter(part -> !part.isEmpty()).toList()));
    }

    /** When the clocks were changed, where that makes it two moments or none. */
    static Optional<ZoneOffsetTransition> change(JsonNode typed) {
        try {
            return is(typed) ? Optional.ofNullable(where(typed).getRules().getTransition(local(typed))) : Optional.empty();
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    static LocalDateTime local(JsonNode typed) {
        return LocalDateTime.of(day(typed.path(DATE).asText().strip()), hour(typed.path(TIME).asText().strip()));
    }

    private static ZoneId where(JsonNode typed) {
        String zone = typed.path(ZONE).asText().strip();
        return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
    }

    private static LocalDate day(String date) {
        return date.contains(".") ? LocalDate.parse(date, GERMAN) : LocalDate.parse(date);
    }

    private static LocalTime hour(String time) {
        try {
            return LocalTime.parse(time);
        } catch (DateTimeException notIso) {
            return LocalTime.parse(time, HOUR);
        }
    }
}
