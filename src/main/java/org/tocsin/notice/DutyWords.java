package org.tocsin.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tocsin.report.TimelineView;
import org.tocsin.report.TimelineWords;

@ApplicationScoped
class DutyWords implements TimelineWords {

    @Override
    public Optional<String> sentence(TimelineView entry) {
        return switch (entry.type()) {
            case "duty.rung" -> Optional.of("Rang " + entry.detail().path("contact").asText() + " on duty, ring "
                    + entry.detail().path("ring").asInt());
            case "duty.acknowledged" -> Optional.of("Acknowledged on duty");
            default -> Optional.empty();
        };
    }
}
