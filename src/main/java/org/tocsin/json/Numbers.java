package org.tocsin.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Numbers on the wire. RFC 8785 writes numbers as IEEE doubles, so an integer is exact only up to 2^53−1, and a fraction
 * hardly ever: measures are therefore strings, and no value here passes through a double.
 */
final class Numbers {

    static final long MAX_EXACT = (1L << 53) - 1;
    private static final int MAX_DIGITS = Long.toString(MAX_EXACT).length();

    /** Short enough that writing it out in plain digits is harmless; 1e999999999 is not. */
    private static final Pattern SMALL = Pattern.compile("-?[0-9.]{1,40}([eE][+-]?[0-9]{1,2})?");

    static JsonNode integer(String digits, Path at, Faults faults) {
        boolean negative = digits.charAt(0) == '-';
        int length = digits.length() - (negative ? 1 : 0);
        // Counted before it is parsed: a quarter of a megabyte of digits costs nothing this way.
        long value = length > MAX_DIGITS ? Long.MAX_VALUE : Math.abs(Long.parseLong(digits));
        if (value > MAX_EXACT) {
            faults.add(at, "integer-too-large", "Integers go up to " + MAX_EXACT
                    + " (2^53−1), beyond which readers differ; use a smaller one.");
            return MissingNode.getInstance();
        }
        long signed = negative ? -value : value;
        return signed == (int) signed ? IntNode.valueOf((int) signed) : LongNode.valueOf(signed);
    }

    static JsonNode fraction(String number, Path at, Faults faults) {
        faults.add(at, "number-not-string", "Measures are decimal strings, so that no digit is lost; write it as a string: "
                + (SMALL.matcher(number).matches() ? Quote.of(plain(number)) : "\"0.012\", for example") + ".");
        return MissingNode.getInstance();
    }

    /** The same value without an exponent; callers have made sure that the exponent is small. */
    static String plain(String number) {
        return new BigDecimal(number).toPlainString();
    }

    private Numbers() {
    }
}
