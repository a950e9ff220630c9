package org.tocsin.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A span of time as people say it, by its two largest parts: 1 h 3 min, 20 years 5 days, 340 ms. Never with a sign. */
public final class SpanWords {

    private static final long YEAR_DAYS = 365;

    private SpanWords() {
    }

    public static String of(Duration span) {
        Duration of = span.abs();
        if (of.compareTo(Duration.ofSeconds(1)) < 0) {
            long micros = of.toNanos() / 1000;
            return micros >= 1000 || micros == 0 ? micros / 1000 + " ms" : micros + " µs";
        }
        if (of.compareTo(Duration.ofSeconds(10)) < 0) {
            return of.toMillis() % 1000 == 0 ? of.toSeconds() + " s" : String.format(Locale.ROOT, "%.1f s", of.toMillis() / 1000.0);
        }
        of = rounded(of);
        List<String> parts = new ArrayList<>();
        add(parts, of.toDays() / YEAR_DAYS, of.toDays() / YEAR_DAYS == 1 ? "year" : "years");
        add(parts, of.toDays() % YEAR_DAYS, of.toDays() % YEAR_DAYS == 1 ? "day" : "days");
        add(parts, of.toHoursPart(), "h");
        add(parts, of.toMinutesPart(), "min");
        add(parts, of.toSecondsPart(), "s");
        return String.join(" ", parts.subList(0, Math.min(2, parts.size())));
    }

    /** To the second of the two parts that are said. */
    private static Duration rounded(Duration of) {
        Duration unit = of.toDays() >= YEAR_DAYS ? Duration.ofDays(1) : of.toDays() > 0 ? Duration.ofHours(1)
                : of.toHours() > 0 ? Duration.ofMinutes(1) : Duration.ofSeconds(1);
        return unit.multipliedBy(of.plus(unit.dividedBy(2)).dividedBy(unit));
    }

    private static void add(List<String> parts, long number, String unit) {
        if (number > 0) {
            parts.add(number + " " + unit);
        }
    }
}
