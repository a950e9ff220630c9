package org.tocsin.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.tocsin.report.TimelineView;
import org.tocsin.report.TimelineWords;

@ApplicationScoped
class DeliveryWords implements TimelineWords {

    private final Destinations destinations;

    DeliveryWords(Destinations destinations) {
        this.destinations = destinations;
    }

    @Override
    public Optional<String> sentence(TimelineView entry) {
        JsonNode detail = entry.detail();
        String destination = destinations.title(detail.path("destination").asText());
        return switch (entry.type()) {
            case "report.released" -> Optional.of("Released: revision " + detail.path("revision").asInt()
                    + " to " + names(detail.path("destinations")));
            case "delivery.failed" -> Optional.of("Attempt " + detail.path("attempt").asInt() + " to reach " + destination
                    + " failed: " + detail.path("reason").asText());
            case "delivery.refused" -> Optional.of("Attempt " + detail.path("attempt").asInt() + " was refused by " + destination
                    + ": " + detail.path("reason").asText());
            case "delivery.retried" -> Optional.of("Tried again at once: " + destination);
            case "delivery.given-up" -> Optional.of("Delivery to " + destination + " given up: " + detail.path("reason").asText());
            case "delivery.receipted" -> Optional.of("Delivered to " + destination + ", whose receipt is verified and kept here");
            case "report.acknowledged" -> Optional.of(destination + " gave it the case number "
                    + detail.path("caseReference").asText());
            default -> Optional.empty();
        };
    }

    private String names(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(name -> destinations.title(name.asText())).collect(Collectors.joining(", "));
    }
}
