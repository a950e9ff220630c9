package org.tocsin.web;

import io.quarkus.qute.TemplateData;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.json.Instants;
import org.tocsin.problem.Fault;

/** A time as people type it on a page: day, hour, zone; {@code tags/attime.html} shows it. */
@TemplateData
public record TypedMoment(String date, String time, String zone, boolean doubted) {

    /** One that a page offers. Without an offset, for that depends on the day. */
    @TemplateData
    public record Zone(String id, String label) {

        static Zone of(String id) {
            return new Zone(id, id.substring(id.indexOf('/') + 1).replace('_', ' '));
        }
    }

    private static final List<Zone> ZONES = Stream.of("UTC", "Europe/London", "Europe/Berlin", "Europe/Athens", "Europe/Moscow",
            "Africa/Johannesburg", "Asia/Dubai", "Asia/Kolkata", "Asia/Bangkok", "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney",
            "Pacific/Auckland", "America/Sao_Paulo", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles")
            .map(Zone::of).toList();
    private static final DateTimeFormatter DOTTED_DAY = DateTimeFormatter.ofPattern("d.M.uuuu");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm[:ss][.SSSSSS]");

    public TypedMoment {
        date = Objects.requireNonNullElse(date, "").strip();
        time = Objects.requireNonNullElse(time, "").strip();
        zone = Objects.requireNonNullElse(zone, "").strip();
    }

    /** @param field what a form says in the field of this name */
    public static TypedMoment of(UnaryOperator<String> field) {
        return new TypedMoment(field.apply("date"), field.apply("time"), field.apply("zone"), "yes".equals(field.apply("doubt")));
    }

    public static TypedMoment at(Instant instant) {
        LocalDateTime utc = LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MINUTES), ZoneOffset.UTC);
        return new TypedMoment(utc.toLocalDate().toString(), utc.toLocalTime().toString(), "UTC", false);
    }

    public static TypedMoment empty() {
        return new TypedMoment("", "", "", false);
    }

    public List<Zone> zones() {
        return ZONES;
    }

    /** A zone alone is no time. */
    public boolean isEmpty() {
        return date.isEmpty() && time.isEmpty();
    }

    /** As the API takes it. What cannot be read as one time stays as it was typed, for that which reads it to refuse. */
    public String written() {
        try {
            LocalDateTime local = local();
            List<ZoneOffset> offsets = where().getRules().getValidOffsets(local);
            return offsets.size() == 1 ? Instants.write(local.toInstant(offsets.get(0))) : asTyped();
        } catch (DateTimeException unreadable) {
            return asTyped();
        }
    }

    /** What is wrong with it: no time, or clocks were changed, and there was no such hour there on that day, or there were two. */
    public Optional<Fault> fault(String pointer) {
        try {
            LocalDateTime local = local();
            List<ZoneOffset> offsets = where().getRules().getValidOffsets(local);
            String city = Zone.of(where().getId()).label();
            return switch (offsets.size()) {
                case 1 -> Optional.empty();
                case 0 -> Optional.of(new Fault(pointer, "hour-skipped", "It was never " + local.toLocalTime() + " in " + city + " on "
                        + local.toLocalDate() + ": clocks were put forward. Correct the hour, or give it in UTC.",
                        local.toLocalTime(), city, local.toLocalDate()));
                default -> {
                    String hours = offsets.stream().map(offset -> local.toInstant(offset).atZone(ZoneOffset.UTC).toLocalTime().toString())
                            .collect(Collectors.joining(", "));
                    yield Optional.of(new Fault(pointer, "hour-twice", "It was " + local.toLocalTime() + " twice in " + city + " on "
                            + local.toLocalDate() + ": clocks were put back. Choose UTC as the zone and give the hour there, one of " + hours + ".",
                            local.toLocalTime(), city, local.toLocalDate(), hours));
                }
            };
        } catch (DateTimeException unreadable) {
            return Optional.of(new Fault(pointer, "not-a-time", Speech.of("fault_not_a_time")));
        }
    }

    private String asTyped() {
        return Stream.of(date, time, zone).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    private ZoneId where() {
        return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
    }

    private LocalDateTime local() {
        return LocalDateTime.of(date.contains(".") ? LocalDate.parse(date, DOTTED_DAY) : LocalDate.parse(date), hour());
    }

    private LocalTime hour() {
        try {
            return LocalTime.parse(time);
        } catch (DateTimeException notIso) {
            return LocalTime.parse(time, HOUR);
        }
    }
}
