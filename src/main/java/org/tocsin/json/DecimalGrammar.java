package org.tocsin.json;

import java.util.Optional;
import java.util.regex.Pattern;

/** How decimals are written: plain digits, a point, a minus where needed. */
public final class DecimalGrammar implements Grammar {

    private static final Pattern PLAIN = Pattern.compile(Decimal.PATTERN);
    private static final Pattern LOOSE = Pattern.compile("[+-]?([0-9]{1,40}\\.?[0-9]{0,40}|\\.[0-9]{1,40})([eE][+-]?[0-9]{1,2})?");

    @Override
    public Optional<String> objection(String text) {
        if (text.length() > Decimal.MAX_LENGTH || digits(text) > Decimal.MAX_DIGITS) {
            return Optional.of("A decimal has at most " + Decimal.MAX_DIGITS + " digits.");
        }
        if (PLAIN.matcher(text).matches()) {
            return Optional.empty();
        }
        String instead = LOOSE.matcher(text).matches() ? Numbers.plain(text) : "0.012";
        boolean fits = digits(instead) <= Decimal.MAX_DIGITS;
        return Optional.of(Quote.of(text) + " is not a plain decimal number; write digits without unit or exponent, "
                + "with a point, e.g. \"" + (fits ? instead : "0.012") + "\".");
    }

    private static long digits(String text) {
        return text.chars().filter(c -> c >= '0' && c <= '9').count();
    }
}
