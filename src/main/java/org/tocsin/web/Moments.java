package org.tocsin.web;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Times as people read them, always with their zone. */
@TemplateExtension
public final class Moments {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("d MMM uuuu, HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendLiteral(" UTC")
            .toFormatter(Locale.UK)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

    private Moments() {
    }

    /** 23 Nov 2026, 03:14:05.25 UTC: all digits that there are, for they may be the point */
    public static String words(Instant instant) {
        return TIME.format(instant);
    }

    /** 23 Nov 2026, 03:14:05 UTC: for what we did ourselves, where the rest is of no use to a reader */
    public static String second(Instant instant) {
        return SECOND.format(instant);
    }

    /** 23 Nov 2026, 03:14 UTC */
    public static String minute(Instant instant) {
        return MINUTE.format(instant);
    }

    /** 23 Nov 2026 */
    public static String words(LocalDate day) {
        return DAY.format(day);
    }
}
