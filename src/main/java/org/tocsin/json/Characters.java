package org.tocsin.json;

/** The characters that have no business in a report: they hide, reorder or break what a reader sees. */
final class Characters {

    /** The first code point of {@code text} that is refused, or -1. */
    static int firstForbidden(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (forbidden(c)) {
                return c;
            }
            i += Character.charCount(c);
        }
        return -1;
    }

    static boolean forbidden(int c) {
        return control(c) || bidiOverride(c) || unpairedSurrogate(c);
    }

    static String why(int c) {
        String name = String.format("U+%04X", c);
        if (unpairedSurrogate(c)) {
            return name + " is half of a surrogate pair and stands for nothing; send the whole character.";
        }
        if (bidiOverride(c)) {
            return name + " changes the direction of text and can make it read as something else; leave it out.";
        }
        return name + " is a control character; only line feed, carriage return and tab are taken. Leave it out.";
    }

    private static boolean control(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    }

    /** "Trojan source": embeddings and overrides (U+202A–202E), isolates (U+2066–2069). */
    private static boolean bidiOverride(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    private static boolean unpairedSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private Characters() {
    }
}
