package org.tocsin.asset;

import java.util.Locale;

/** The constants of this room's enums as JSON and the database spell them: TIME_SERVER is time-server. */
final class Words {

    private Words() {
    }

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E parse(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
