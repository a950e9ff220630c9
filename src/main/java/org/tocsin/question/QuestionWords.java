package org.tocsin.question;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tocsin.report.TimelineView;
import org.tocsin.report.TimelineWords;
import org.tocsin.web.Speech;

@ApplicationScoped
class QuestionWords implements TimelineWords {

    @Override
    public Optional<String> sentence(TimelineView entry) {
        JsonNode detail = entry.detail();
        return switch (entry.type()) {
            case "question.asked" -> Optional.of(detail.has("field")
                    ? Speech.of("told_asked_about", AskedField.label(detail.path("field").asText()), detail.path("text").asText())
                    : Speech.of("told_asked", detail.path("text").asText()));
            case "question.answered" -> Optional.of(detail.has("revision")
                    ? Speech.of("told_answered_in", detail.path("revision").asInt()) : Speech.of("told_answered"));
            case "question.dropped" -> Optional.of(Speech.of("told_question_dropped", detail.path("reason").asText()));
            default -> Optional.empty();
        };
    }
}
