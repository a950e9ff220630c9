package org.tocsin.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tocsin.json.Json;
import org.tocsin.seal.WebhookSignature;
import org.tocsin.time.Now;

/** Posts rings to where the duty list says. Its addresses are the administrator's, so they may be anywhere. */
@ApplicationScoped
class PagerLine {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String PAGERDUTY = "pagerduty";

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build();
    private final DutyList duty;
    private final Now now;
    private final String instance;

    PagerLine(DutyList duty, Now now, @ConfigProperty(name = "tocsin.instance.name") String instance) {
        this.duty = duty;
        this.now = now;
        this.instance = instance;
    }

    /** @return why it was not taken; nothing when it was */
    Optional<String> send(NoticeMessage message) {
        Optional<DutyConfig.Contact> contact = duty.find(message.recipient()).filter(found -> found.pager().isPresent());
        if (contact.isEmpty()) {
            return Optional.of("Nobody of this name with a pager is on the duty list any more.");
        }
        try {
            int status = http.send(request(contact.get(), message), HttpResponse.BodyHandlers.discarding()).statusCode();
            return status / 100 == 2 ? Optional.empty() : Optional.of("The pager answered " + status + ".");
        } catch (IOException e) {
            return Optional.of("The pager could not be reached: " + e.getClass().getSimpleName() + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("We were stopped while waiting for the pager.");
        }
    }

    private HttpRequest request(DutyConfig.Contact contact, NoticeMessage message) {
        byte[] body = body(contact, message).getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(contact.pager().orElseThrow())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        contact.secret().ifPresent(secret -> {
            Instant at = now.instant();
            request.header(WebhookSignature.ID, message.id().toString())
                    .header(WebhookSignature.TIMESTAMP, Long.toString(at.getEpochSecond()))
                    .header(WebhookSignature.SIGNATURE,
                            WebhookSignature.of(List.of(WebhookSignature.secret(secret)), message.id().toString(), at, body));
        });
        return request.build();
    }

    private String body(DutyConfig.Contact contact, NoticeMessage message) {
        return contact.format().equals(PAGERDUTY) ? pagerDuty(contact, message) : message.body();
    }

    /** PagerDuty's Events API v2: the page's id makes all rings one incident there. */
    private String pagerDuty(DutyConfig.Contact contact, NoticeMessage message) {
        JsonNode data = Json.tree(message.body().getBytes(StandardCharsets.UTF_8)).path("data");
        ObjectNode event = Json.MAPPER.createObjectNode()
                .put("routing_key", contact.routingKey().orElse(""))
                .put("event_action", message.purpose().equals(Notice.CALM) ? "acknowledge" : "trigger")
                .put("dedup_key", message.page() == null ? instance + "-clock" : message.page().toString());
        event.putObject("payload")
                .put("summary", message.subject())
                .put("source", instance)
                .put("severity", "critical");
        if (data.has("url")) {
            event.putArray("links").addObject().put("href", data.path("url").asText()).put("text", "Look at it in Tocsin");
        }
        return event.toString();
    }
}
