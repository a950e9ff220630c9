package org.tocsin.withdrawal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tocsin.report.TimelineView;
import org.tocsin.report.TimelineWords;

@ApplicationScoped
class WithdrawalWords implements TimelineWords {

    @Override
    public Optional<String> sentence(TimelineView entry) {
        String reason = entry.detail().path("reason").asText();
        return switch (entry.type()) {
            case "report.withdrawal-asked" -> Optional.of("Withdrawal asked for: " + reason);
            case "report.withdrawal-refused" -> Optional.of("Withdrawal refused: " + reason);
            case "report.withdrawal-cancelled" -> Optional.of("Withdrawal taken back: " + reason);
            case "report.withdrawn" -> Optional.of("Withdrawn, as " + entry.detail().path("askedBy").asText() + " had asked: " + reason
                    + (entry.detail().has("callBack") ? "; confirmed by calling back" : ""));
            default -> Optional.empty();
        };
    }
}
