package org.tocsin.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.tocsin.json.Instants;
import org.tocsin.json.Json;
import org.tocsin.news.Change;
import org.tocsin.news.Changes;

/**
 * What is sent: ids, types and states, nothing of what a report says. It is made from what does not change
 * any more, so a repeat has the same bytes.
 *
 * @param number of the change within its organisation; 0 for a test, which is no change
 */
record WebhookMessage(UUID id, String type, long number, byte[] body) {

    static final String PING = "webhook.ping";
    static final String PRUNED = "changes.pruned";

    static WebhookMessage of(Change change) {
        ObjectNode body = Json.MAPPER.createObjectNode()
                .put("type", change.type())
                .put("timestamp", Instants.write(change.at()));
        ObjectNode data = body.putObject("data")
                .put("change", change.id().toString())
                .put("organisation", change.organisation());
        data.putObject("report")
                .put("id", change.report().toString())
                .put("reference", change.reference())
                .put("version", change.version())
                .put("state", change.state());
        return new WebhookMessage(change.id(), change.type(), change.number(), bytes(body));
    }

    static WebhookMessage ping(UUID id, String organisation, Instant at) {
        ObjectNode body = Json.MAPPER.createObjectNode()
                .put("type", PING)
                .put("timestamp", Instants.write(at));
        body.putObject("data").put("organisation", organisation);
        return new WebhookMessage(id, PING, 0, bytes(body));
    }

    /** Instead of changes that were removed before this webhook had taken them: whoever gets it reads the reports anew. */
    static WebhookMessage pruned(UUID webhook, String organisation, Changes.Pruned pruned) {
        ObjectNode body = Json.MAPPER.createObjectNode()
                .put("type", PRUNED)
                .put("timestamp", Instants.write(pruned.at()));
        body.putObject("data").put("organisation", organisation).put("reports", "/api/v1/reports");
        UUID id = UUID.nameUUIDFromBytes((webhook + " " + pruned.number()).getBytes(StandardCharsets.US_ASCII));
        return new WebhookMessage(id, PRUNED, pruned.number(), bytes(body));
    }

    boolean isPing() {
        return number == 0;
    }

    private static byte[] bytes(ObjectNode body) {
        try {
            return Json.MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message cannot be written", e);
        }
    }
}
