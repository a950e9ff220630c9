package org.tocsin.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tocsin.web.Say;
import org.tocsin.web.Speech;

@ApplicationScoped
class ReportWords implements TimelineWords {

    @Override
    public Optional<String> sentence(TimelineView entry) {
        return switch (entry.type()) {
            case "report.received" -> Optional.of(Speech.of("told_received", revision(entry)));
            case "report.revised-late" -> Optional.of(Speech.of("told_revised_late", revision(entry)));
            case "report.revised" -> Optional.of(Speech.of("told_revised", revision(entry)));
            case "act.attributed" -> Optional.of("Whose act entry " + entry.detail().path("entry").asInt() + " was");
            default -> Optional.empty();
        };
    }

    private static String revision(TimelineView entry) {
        return Speech.of("told_revision", entry.detail().path("revision").asInt(),
                Speech.within(Say.wire(entry.detail().path("stage").asText())), entry.detail().path("client").asText());
    }
}
