package org.tocsin.behalf;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.tocsin.report.TimelineView;
import org.tocsin.report.TimelineWords;
import org.tocsin.web.Moments;

@ApplicationScoped
class BehalfWords implements TimelineWords {

    @Override
    public Optional<String> sentence(TimelineView entry) {
        JsonNode detail = entry.detail();
        return switch (entry.type()) {
            case "report.taken-on-behalf" -> Optional.of("Taken on the telephone from " + detail.path("caller").asText()
                    + (detail.has("calledBackAt") ? ", who was called back" : ", who has not been called back yet"));
            case "report.called-back" -> Optional.of("The caller was called back, "
                    + Moments.minute(Instant.parse(detail.path("calledBackAt").asText())));
            case "report.behalf-confirmed" -> Optional.of("The operator confirmed what was taken on the telephone");
            case "report.behalf-contested" -> Optional.of("The operator contests what was taken on the telephone: "
                    + detail.path("reason").asText());
            default -> Optional.empty();
        };
    }
}
