package org.tocsin.question;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tocsin.report.TimelineView;
import org.tocsin.report.TimelineWords;

@ApplicationScoped
class QuestionWords implements TimelineWords {

    @Override
    public Optional<String> sentence(TimelineView entry) {
        JsonNode detail = entry.detail();
        return switch (entry.type()) {
            case "question.asked" -> Optional.of("Question to the operator"
                    + (detail.has("field") ? " about " + detail.path("field").asText() : "")
                    + ": " + detail.path("text").asText());
            case "question.answered" -> Optional.of("Question answered"
                    + (detail.has("revision") ? ", in revision " + detail.path("revision").asInt() : ""));
            case "question.dropped" -> Optional.of("Question taken back: " + detail.path("reason").asText());
            default -> Optional.empty();
        };
    }
}
