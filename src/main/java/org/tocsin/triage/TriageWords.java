package org.tocsin.triage;

import com.fasterxml.jackson.databind.JsonNode;
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
            case "report.graded" -> Optional.of("Graded " + changed(entry.detail(), "")
                    + changed(entry.detail().path("confidence"), "; confidence ") + changed(entry.detail().path("grade"), "; information "));
            case "report.handed-over" -> Optional.of("Handed over by " + entry.detail().path("from").asText() + ": " + entry.detail().path("note").asText());
            case "report.given-back" -> Optional.of("Back for anyone to claim: " + entry.detail().path("holder").asText() + " did nothing with it for long");
            case "report.noted" -> Optional.of("An internal note was written");
            case "report.closed" -> Optional.of("Closed: " + entry.detail().path("reason").asText());
            case "report.rejected" -> Optional.of("Rejected: " + entry.detail().path("reason").asText());
            case "report.merged" -> Optional.of("Handled with " + entry.detail().path("into").asText() + " from now on: " + entry.detail().path("reason").asText());
            case "report.unmerged" -> Optional.of("Handled by itself again: " + entry.detail().path("reason").asText());
            case "report.reopened" -> Optional.of("Reopened: " + entry.detail().path("reason").asText());
            default -> Optional.empty();
        };
    }

    private static String changed(JsonNode part, String before) {
        return !part.has("to") ? "" : before + (part.path("to").isTextual() ? part.path("to").asText() : "no more said")
                + (part.path("from").isTextual() && !part.path("from").equals(part.path("to")) ? ", was " + part.path("from").asText() : "");
    }
}
