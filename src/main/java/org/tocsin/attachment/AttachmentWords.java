package org.tocsin.attachment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tocsin.report.TimelineView;
import org.tocsin.report.TimelineWords;
import org.tocsin.web.Speech;

@ApplicationScoped
class AttachmentWords implements TimelineWords {

    @Override
    public Optional<String> sentence(TimelineView entry) {
        JsonNode detail = entry.detail();
        String file = detail.path("name").asText(Speech.of("told_a_file"));
        return switch (entry.type()) {
            case "attachment.added" -> Optional.of(Speech.of("told_attached", file, FileSize.words(detail.path("size").asLong())));
            case "attachment.scanned" -> Optional.of(detail.has("finding")
                    ? Speech.of("told_found", detail.path("finding").asText(), file) : Speech.of("told_found_nothing", file));
            default -> Optional.empty();
        };
    }
}
