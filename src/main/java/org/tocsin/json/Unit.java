package org.tocsin.json;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Units that people write after a value or at the end of a field's name although the field has its unit already. The
 * first of each dimension is the one that our fields are in.
 */
enum Unit {

    SECOND("s", "1", "s", "seconds", "second", "secs", "sec"),
    NANOSECOND("s", "0.000000001", "ns", "nanoseconds", "nanos", "nsec"),
    MICROSECOND("s", "0.000001", "us", "µs", "μs", "microseconds", "micros", "usec"),
    MILLISECOND("s", "0.001", "ms", "milliseconds", "millis", "msec"),
    MINUTE("s", "60", "min", "minutes", "mins"),
    HOUR("s", "3600", "h", "hours", "hrs"),
    PER_MILLION("ppm", "1", "ppm"),
    PER_BILLION("ppm", "0.001", "ppb"),
    HERTZ("Hz", "1", "hz"),
    METRE("m", "1", "m", "metres", "meters", "metre", "meter"),
    KILOMETRE("m", "1000", "km", "kilometres", "kilometers"),
    DECIBEL_HERTZ("dBHz", "1", "dbhz", "db-hz"),
    DECIBEL("dB", "1", "db"),
    CELSIUS("°C", "1", "celsius", "°c", "degc", "c"),
    PERCENT("%", "1", "%", "percent");

    private static final Pattern NUMBER_AND_UNIT =
            Pattern.compile("([+-]?[0-9]{1,20}(?:\\.[0-9]{1,20})?)\\s*([^0-9\\s]{1,15})");

    /** What fields with this dimension carry as {@code x-unit}. */
    private final String symbol;
    private final BigDecimal factor;
    private final String[] spellings;

    Unit(String symbol, String factor, String... spellings) {
        this.symbol = symbol;
        this.factor = new BigDecimal(factor);
        this.spellings = spellings;
    }

    /** "12 ms" for a field in s: "0.012". Empty if there is no unit in the text, or none that converts. */
    static Optional<String> converted(String text, String symbol) {
        Matcher m = NUMBER_AND_UNIT.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        return Stream.of(values()).filter(unit -> unit.symbol.equals(symbol) && unit.spelt(m.group(2))).findFirst()
                .map(unit -> new BigDecimal(m.group(1)).multiply(unit.factor).stripTrailingZeros().toPlainString());
    }

    static boolean endsInUnit(String text) {
        Matcher m = NUMBER_AND_UNIT.matcher(text.strip());
        return m.matches() && Stream.of(values()).anyMatch(unit -> unit.spelt(m.group(2)));
    }

    /** A field's name without the unit at its end: {@code offsetMs}, {@code offset_ms} and {@code offset} are one. */
    static String stem(String name) {
        return Stream.of(values()).flatMap(unit -> Stream.of(unit.spellings))
                .filter(spelling -> endsWithWord(name, spelling))
                .map(spelling -> name.substring(0, name.length() - spelling.length()))
                .min((a, b) -> Integer.compare(a.length(), b.length()))
                .map(stem -> stem.endsWith("_") || stem.endsWith("-") ? stem.substring(0, stem.length() - 1) : stem)
                .orElse(name);
    }

    static String nameOf(String symbol) {
        return switch (symbol) {
            case "s" -> "seconds";
            case "m" -> "metres";
            default -> symbol;
        };
    }

    private boolean spelt(String word) {
        return Stream.of(spellings).anyMatch(word::equalsIgnoreCase);
    }

    /** The unit must begin a word: "items" does not end in "ms". */
    private static boolean endsWithWord(String name, String unit) {
        int start = name.length() - unit.length();
        return start > 0 && name.regionMatches(true, start, unit, 0, unit.length())
                && (Character.isUpperCase(name.charAt(start)) || name.charAt(start - 1) == '_' || name.charAt(start - 1) == '-');
    }
}
