package org.tocsin.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.tocsin.audit.Audience;
import org.tocsin.json.Json;

/**
 * One thing that happened, as it is shown.
 *
 * @param internal whether the operator does not see it
 * @param erased   when and why its detail was erased; null when it is there
 */
public record TimelineView(int number, String type, String actor, boolean internal, Instant at, JsonNode detail,
        ErasedView erased) {

    public TimelineView(int number, String type, String actor, boolean internal, Instant at, JsonNode detail) {
        this(number, type, actor, internal, at, detail, null);
    }

    static TimelineView of(TimelineEntry entry) {
        return new TimelineView(entry.number, entry.type, entry.actor, !entry.audience.equals(Audience.OPERATOR.code()),
                entry.at, Json.tree(entry.detail.getBytes(StandardCharsets.UTF_8)), ErasedView.of(entry.erasedAt, entry.erasedWhy));
    }
}
