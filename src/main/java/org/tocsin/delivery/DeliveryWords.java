package org.tocsin.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.tocsin.report.TimelineView;
import org.tocsin.report.TimelineWords;
import org.tocsin.web.Speech;

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
            case "report.released" -> Optional.of(Speech.of("told_released", detail.path("revision").asInt(), names(detail.path("destinations"))));
            case "delivery.failed" -> Optional.of(Speech.of("told_failed", detail.path("attempt").asInt(), destination,
                    detail.path("reason").asText()));
            case "delivery.refused" -> Optional.of(Speech.of("told_refused", detail.path("attempt").asInt(), destination,
                    detail.path("reason").asText()));
            case "delivery.retried" -> Optional.of(Speech.of("told_retried", destination));
            case "delivery.given-up" -> Optional.of(Speech.of("told_given_up", destination, detail.path("reason").asText()));
            case "delivery.receipted" -> Optional.of(Speech.of("told_receipted", destination));
            case "report.acknowledged" -> Optional.of(Speech.of("told_acknowledged", destination, detail.path("caseReference").asText()));
            default -> Optional.empty();
        };
    }

    private String names(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(name -> destinations.title(name.asText())).collect(Collectors.joining(", "));
    }
}
