package org.tocsin.report.page;

import java.math.BigDecimal;
import org.tocsin.json.Decimal;
import org.tocsin.web.Speech;

/** A measure with its unit. Seconds become ms, µs, ns or ps where that reads better; no digit is lost or added. */
final class Quantity {

    private static final String[] SMALLER = {"s", "ms", "µs", "ns", "ps"};
    private static final BigDecimal ONE = BigDecimal.ONE;

    private Quantity() {
    }

    static String of(Decimal measure, String unit) {
        return unit.equals("s") ? seconds(measure.value()) : spelled(measure.value()) + (unit.isEmpty() ? "" : " " + symbol(unit));
    }

    /** Where it is a word and no symbol, in the page's language. */
    static String symbol(String unit) {
        return Speech.instead(unit, "symbol_" + unit);
    }

    private static String seconds(BigDecimal value) {
        int step = 0;
        BigDecimal scaled = value;
        while (scaled.signum() != 0 && scaled.abs().compareTo(ONE) < 0 && step < SMALLER.length - 1) {
            scaled = scaled.movePointRight(3);
            step++;
        }
        return spelled(scaled) + " " + SMALLER[step];
    }

    /** With a real minus, which a hyphen is not. */
    private static String spelled(BigDecimal value) {
        return value.toPlainString().replace('-', '−').replace(".", Speech.of("decimal_mark"));
    }
}
