package org.tocsin.asset.exchange;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from taking a cell for a formula (OWASP, CSV Injection): an apostrophe goes before what they could
 * take for one, and before what looks as if it had been given one, so that taking it off again gives back every text.
 */
final class Formula {

    private static final String BEGINNING = "[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]";
    private static final Pattern RISKY = Pattern.compile("^'*" + BEGINNING);
    private static final Pattern GUARDED = Pattern.compile("^'+" + BEGINNING);

    private Formula() {
    }

    static String guarded(String cell) {
        return RISKY.matcher(cell).lookingAt() ? "'" + cell : cell;
    }

    static String bare(String cell) {
        return GUARDED.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }
}
