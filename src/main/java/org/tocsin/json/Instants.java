package org.tocsin.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times on the wire: RFC 3339 with an offset comes in, UTC with exactly six digits of a second goes out, so that one
 * instant has one text. Everything that is a time is taken, however odd; the clock may be the victim.
 */
public final class Instants {

    public static final String EXAMPLE = "2026-03-29T01:30:00Z";

    /** Offsets can push a time over the edge of the four-digit years; it is kept at the edge. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static final Pattern RFC_3339 = Pattern.compile(
            "([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt ]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]+))?"
                    + "([Zz]|([+-])([0-9]{2}):([0-9]{2}))?");

    private static final DateTimeFormatter OUT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /**
     * @param instant null if the text is not a time
     * @param lacksOffset whether it would be one with an offset
     */
    public record Parsed(Instant instant, boolean lacksOffset) {

        private static final Parsed NOT_A_TIME = new Parsed(null, false);
    }

    public static Parsed parse(String text) {
        Matcher m = RFC_3339.matcher(text);
        if (!m.matches()) {
            return Parsed.NOT_A_TIME;
        }
        int year = number(m, 1);
        int month = number(m, 2);
        int day = number(m, 3);
        int hour = number(m, 4);
        int minute = number(m, 5);
        int second = number(m, 6);
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > YearMonth.of(year, month).lengthOfMonth()
                || hour > 23 || minute > 59 || second > 60) {
            return Parsed.NOT_A_TIME;
        }
        if (m.group(8) == null) {
            return new Parsed(null, true);
        }
        int offset = 0;
        if (m.group(9) != null) {
            int hours = number(m, 10);
            int minutes = number(m, 11);
            if (hours > 23 || minutes > 59) {
                return Parsed.NOT_A_TIME;
            }
            offset = (hours * 60 + minutes) * (m.group(9).equals("-") ? -60 : 60);
        }
        // A leap second has no instant of its own: it is kept as the last microsecond before its end, so that it stays
        // in its day and after every time that came before it.
        boolean leap = second == 60;
        long seconds = LocalDate.of(year, month, day).toEpochDay() * 86_400 + hour * 3600 + minute * 60
                + (leap ? 59 : second) - offset;
        long micros = leap ? 999_999 : micros(m.group(7));
        return new Parsed(within(Instant.ofEpochSecond(seconds, micros * 1000)), false);
    }

    public static String write(Instant instant) {
        return OUT.format(instant);
    }

    private static Instant within(Instant instant) {
        return instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
    }

    /** Finer digits are cut, not rounded: a time never moves into the future. */
    private static long micros(String fraction) {
        return fraction == null ? 0 : Long.parseLong((fraction + "000000").substring(0, 6));
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private Instants() {
    }
}
