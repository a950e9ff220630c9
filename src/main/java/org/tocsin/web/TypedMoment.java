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
import java.time.zone.ZoneOffsetTransition;
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

        /** With the city alone, as people look for it. */
        public static Zone of(String id) {
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

    /** Those that pages offer. */
    public static List<Zone> offered() {
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
            local();
            where();
            return clockChange(pointer);
        } catch (DateTimeException unreadable) {
            return Optional.of(new Fault(pointer, "not-a-time", Speech.of("fault_not_a_time")));
        }
    }

    /** Where the clocks were changed, so that it is two moments or none: which one is meant only the person knows, who is asked and not guessed at. */
    public Optional<Fault> clockChange(String pointer) {
        try {
            return Optional.ofNullable(where().getRules().getTransition(local())).map(change -> told(pointer, change));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private Fault told(String pointer, ZoneOffsetTransition change) {
        String city = Zone.of(zone).label();
        LocalDateTime local = local();
        return change.isGap()
                ? fault(pointer, "hour-skipped", city, Moments.words(change.getInstant()), words(change.getOffsetBefore()), words(change.getOffsetAfter()))
                : fault(pointer, "hour-twice", city, Moments.words(local.toInstant(change.getOffsetBefore())), words(change.getOffsetBefore()),
                        Moments.words(local.toInstant(change.getOffsetAfter())), words(change.getOffsetAfter()));
    }

    private static Fault fault(String pointer, String code, Object... values) {
        return new Fault(pointer, code, Speech.of("fault_" + code.replace('-', '_'), values), values);
    }

    private static String words(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset;
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
