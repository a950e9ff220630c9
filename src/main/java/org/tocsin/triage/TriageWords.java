package org.tocsin.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tocsin.report.TimelineView;
import org.tocsin.report.TimelineWords;

@ApplicationScoped
class TriageWords implements TimelineWords {

    @Override
    public Optional<String> sentence(TimelineView entry) {
        return switch (entry.type()) {
            case "report.claimed" -> Optional.of("Claimed");
            case "report.unclaimed" -> Optional.of("Put back for anyone to claim");
            case "report.graded" -> Optional.of("Graded " + entry.detail().path("to").asText()
                    + (entry.detail().path("from").isTextual() ? ", was " + entry.detail().path("from").asText() : ""));
            case "report.noted" -> Optional.of("An internal note was written");
            case "report.closed" -> Optional.of("Closed: " + entry.detail().path("reason").asText());
            case "report.reopened" -> Optional.of("Reopened: " + entry.detail().path("reason").asText());
            default -> Optional.empty();
        };
    }
}
