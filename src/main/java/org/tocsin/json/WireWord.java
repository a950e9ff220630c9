package org.tocsin.json;

import java.util.Locale;

/** A constant of an enum as JSON and the database spell it: TIME_SERVER is time-server. */
public final class WireWord {

    private WireWord() {
    }

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when no constant is spelt so */
    public static <E extends Enum<E>> E parse(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
