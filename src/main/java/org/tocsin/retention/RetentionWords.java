package org.tocsin.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tocsin.report.TimelineView;
import org.tocsin.report.TimelineWords;

@ApplicationScoped
class RetentionWords implements TimelineWords {

    @Override
    public Optional<String> sentence(TimelineView entry) {
        String because = entry.detail().path("because").asText();
        return switch (entry.type()) {
            case "hold.placed" -> Optional.of("Held: nothing of it is erased. " + because);
            case "hold.lifted" -> Optional.of("No longer held. " + because);
            case "report.erased" -> Optional.of("Erased. " + because);
            case "attachments.erased" -> Optional.of("Attachments erased. " + because);
            default -> Optional.empty();
        };
    }
}
