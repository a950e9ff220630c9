package org.tocsin.limit;

import java.util.Locale;

/** What a request costs its client; each kind has shares of its own, so that readers do not keep anyone from filing. */
public enum Kind {

    /** Adds or changes something. */
    FILING,
    READING,
    /** Takes long or moves much: imports and exports. */
    HEAVY,
    /** What anyone may ask for without an account. */
    OPEN;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
