package org.tocsin.withdrawal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tocsin.report.TimelineView;
import org.tocsin.report.TimelineWords;
import org.tocsin.web.Speech;

@ApplicationScoped
class WithdrawalWords implements TimelineWords {

    @Override
    public Optional<String> sentence(TimelineView entry) {
        String reason = entry.detail().path("reason").asText();
        return switch (entry.type()) {
            case "report.withdrawal-asked" -> Optional.of(Speech.of("told_withdrawal_asked", reason));
            case "report.withdrawal-refused" -> Optional.of(Speech.of("told_withdrawal_refused", reason));
            case "report.withdrawal-cancelled" -> Optional.of(Speech.of("told_withdrawal_cancelled", reason));
            case "report.withdrawn" -> Optional.of(Speech.of(entry.detail().has("callBack") ? "told_withdrawn_called_back" : "told_withdrawn",
                    entry.detail().path("askedBy").asText(), reason));
            default -> Optional.empty();
        };
    }
}
