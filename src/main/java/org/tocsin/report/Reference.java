package org.tocsin.report;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * A report's name for people: read out on the telephone, written on paper. {@code TOC-7K3M-Q9XW-Y}
 * is a prefix, eight random characters of Crockford's base 32 (no I, L, O, U), so that it tells
 * nothing of how many others there are, and a check digit, so that a slip of the pen is found at once.
 */
public final class Reference {

    static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Reference() {
    }

    public static String next(String prefix) {
        StringBuilder random = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            random.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return spell(prefix, random.toString());
    }

    static String spell(String prefix, String characters) {
        return prefix + "-" + characters.substring(0, 4) + "-" + characters.substring(4)
                + "-" + ALPHABET.charAt(checkDigit(characters));
    }

    /** Reads what a person wrote: lower case, missing dashes, O for 0, I or L for 1. Empty when it cannot be one. */
    public static Optional<String> read(String written) {
        String letters = written.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        if (letters.length() <= LENGTH + 1) {
            return Optional.empty();
        }
        int start = letters.length() - LENGTH - 1;
        String number = letters.substring(start).replace('O', '0').replace('I', '1').replace('L', '1');
        String characters = number.substring(0, LENGTH);
        boolean known = number.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        if (!known || ALPHABET.charAt(checkDigit(characters)) != number.charAt(LENGTH)) {
            return Optional.empty();
        }
        return Optional.of(spell(letters.substring(0, start), characters));
    }

    /** H. M. Damm's algorithm over the field of 32 elements: finds each wrong character and each swap of neighbours. */
    private static int checkDigit(String characters) {
        int interim = 0;
        for (char c : characters.toCharArray()) {
            interim = twice(interim ^ ALPHABET.indexOf(c));
        }
        return interim;
    }

    /** In GF(2^5), by the primitive polynomial x^5 + x^2 + 1. */
    private static int twice(int element) {
        int doubled = element << 1;
        return doubled < ALPHABET.length() ? doubled : doubled ^ 0b100101;
    }
}
