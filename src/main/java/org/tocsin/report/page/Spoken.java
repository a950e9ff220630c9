package org.tocsin.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.tocsin.json.Decimal;
import java.util.Locale;
import org.tocsin.json.Json;
import org.tocsin.report.submission.Category;
import org.tocsin.report.submission.Sector;
import org.tocsin.report.submission.Threat;
import org.tocsin.report.submission.TimeThreat;
import org.tocsin.web.Moments;
import org.tocsin.web.WireWords;

/** Single values as people read them. */
final class Spoken {

    private static final String RFC_7384 = "rfc7384:3.2.";

    private Spoken() {
    }

    /** @param unit empty when there is none */
    static String of(Object value, String unit) {
        if (value instanceof Boolean flag) {
            return flag ? "Yes" : "No";
        }
        if (value instanceof Instant instant) {
            return Moments.words(instant);
        }
        if (value instanceof Decimal decimal) {
            return Quantity.of(decimal, unit);
        }
        if (value instanceof Threat threat) {
            return threat(threat.code());
        }
        if (value instanceof Category category) {
            return WireWords.spoken(category.code()).replace("/", ": ");
        }
        if (value instanceof Sector sector) {
            return WireWords.spoken(sector.name());
        }
        JsonNode written = Json.MAPPER.valueToTree(value);
        String text = value instanceof Enum<?> ? WireWords.spoken(written.asText()) : written.asText();
        return unit.isEmpty() ? text : text + " " + unit;
    }

    /** Codes of RFC 7384 say nothing to most; ATT&CK ids are what people search for. */
    private static String threat(String code) {
        if (!code.startsWith(RFC_7384)) {
            return code + " (ATT&CK)";
        }
        TimeThreat threat = TimeThreat.values()[Integer.parseInt(code.substring(RFC_7384.length())) - 1];
        return WireWords.spoken(threat.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                + " (RFC 7384 §" + code.substring("rfc7384:".length()) + ")";
    }
}
