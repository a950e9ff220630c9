package org.tocsin.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tocsin.report.TimelineView;
import org.tocsin.report.TimelineWords;
import org.tocsin.web.Speech;

@ApplicationScoped
class RetentionWords implements TimelineWords {

    @Override
    public Optional<String> sentence(TimelineView entry) {
        String because = entry.detail().path("because").asText();
        return switch (entry.type()) {
            case "hold.placed" -> Optional.of(Speech.of("told_held", because));
            case "hold.lifted" -> Optional.of(Speech.of("told_hold_lifted", because));
            case "report.erased" -> Optional.of(Speech.of("told_report_erased", because));
            case "attachments.erased" -> Optional.of(Speech.of("told_attachments_erased", because));
            default -> Optional.empty();
        };
    }
}
