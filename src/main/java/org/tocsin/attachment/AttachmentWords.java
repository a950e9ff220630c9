package org.tocsin.attachment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tocsin.report.TimelineView;
import org.tocsin.report.TimelineWords;

@ApplicationScoped
class AttachmentWords implements TimelineWords {

    @Override
    public Optional<String> sentence(TimelineView entry) {
        JsonNode detail = entry.detail();
        String file = detail.path("name").asText("a file");
        return switch (entry.type()) {
            case "attachment.added" -> Optional.of("Attached: " + file + ", " + FileSize.words(detail.path("size").asLong()));
            case "attachment.scanned" -> Optional.of(detail.has("finding")
                    ? "The malware scanner found " + detail.path("finding").asText() + " in " + file + ", which nobody gets now"
                    : "The malware scanner found nothing in " + file);
            default -> Optional.empty();
        };
    }
}
