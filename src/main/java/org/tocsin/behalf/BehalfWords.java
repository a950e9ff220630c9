package org.tocsin.behalf;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.tocsin.report.TimelineView;
import org.tocsin.report.TimelineWords;
import org.tocsin.web.Moments;
import org.tocsin.web.Speech;

@ApplicationScoped
class BehalfWords implements TimelineWords {

    @Override
    public Optional<String> sentence(TimelineView entry) {
        JsonNode detail = entry.detail();
        return switch (entry.type()) {
            case "report.taken-on-behalf" -> Optional.of(Speech.of(
                    detail.has("calledBackAt") ? "told_on_behalf_called_back" : "told_on_behalf", detail.path("caller").asText()));
            case "report.called-back" -> Optional.of(Speech.of("told_called_back",
                    Moments.minute(Instant.parse(detail.path("calledBackAt").asText()))));
            case "report.behalf-confirmed" -> Optional.of(Speech.of("told_behalf_confirmed"));
            case "report.behalf-contested" -> Optional.of(Speech.of("told_behalf_contested", detail.path("reason").asText()));
            default -> Optional.empty();
        };
    }
}
