package org.tocsin.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.tocsin.json.Decimal;
import org.tocsin.json.Json;
import org.tocsin.report.submission.Category;
import org.tocsin.report.submission.Sector;
import org.tocsin.report.submission.Threat;
import org.tocsin.web.Moments;
import org.tocsin.web.Say;

/** Single values as people read them. */
final class Spoken {

    private Spoken() {
    }

    /** @param unit empty when there is none */
    static String of(Object value, String unit) {
        if (value instanceof Boolean flag) {
            return Say.wire(flag ? "yes" : "no");
        }
        if (value instanceof Instant instant) {
            return Moments.words(instant);
        }
        if (value instanceof Decimal decimal) {
            return Quantity.of(decimal, unit);
        }
        if (value instanceof Threat threat) {
            return CodeWords.threat(threat.code());
        }
        if (value instanceof Category category) {
            return CodeWords.category(category.code());
        }
        if (value instanceof Sector sector) {
            return CodeWords.sector(sector.name());
        }
        JsonNode written = Json.MAPPER.valueToTree(value);
        String text = value instanceof Enum<?> ? CodeWords.word(written.asText()) : written.asText();
        return unit.isEmpty() ? text : text + " " + Quantity.symbol(unit);
    }
}
