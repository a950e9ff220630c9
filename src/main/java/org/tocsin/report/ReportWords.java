package org.tocsin.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import org.tocsin.web.WireWords;

@ApplicationScoped
class ReportWords implements TimelineWords {

    @Override
    public Optional<String> sentence(TimelineView entry) {
        return switch (entry.type()) {
            case "report.received" -> Optional.of("Report received" + revision(entry));
            case "report.revised" -> Optional.of("Report continued or corrected" + revision(entry));
            case "act.attributed" -> Optional.of("Whose act entry " + entry.detail().path("entry").asInt() + " was");
            default -> Optional.empty();
        };
    }

    private static String revision(TimelineView entry) {
        return ": revision " + entry.detail().path("revision").asInt() + ", "
                + WireWords.spoken(entry.detail().path("stage").asText()).toLowerCase(Locale.ROOT)
                + ", through " + entry.detail().path("client").asText();
    }
}
