package org.tocsin.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import org.tocsin.report.TimelineView;
import org.tocsin.report.TimelineWords;

@ApplicationScoped
class IncidentWords implements TimelineWords {

    @Override
    public Optional<String> sentence(TimelineView entry) {
        return switch (entry.type()) {
            case "incident.joined" -> Optional.of("Handled with " + said(entry, "into") + ", as one incident: " + said(entry, "reason"));
            case "incident.widened" -> Optional.of(said(entry, "by") + " is handled with it");
            case "incident.left" -> Optional.of("No longer handled with " + said(entry, "from") + ": " + said(entry, "reason"));
            case "incident.narrowed" -> Optional.of(said(entry, "by") + " is handled by itself again");
            case "report.linked" -> Optional.of("Linked with " + said(entry, "with") + ", " + kind(entry) + ": " + said(entry, "reason"));
            case "report.unlinked" -> Optional.of("The link with " + said(entry, "with") + " was removed");
            default -> Optional.empty();
        };
    }

    private static String said(TimelineView entry, String field) {
        return entry.detail().path(field).asText();
    }

    private static String kind(TimelineView entry) {
        LinkKind kind = LinkKind.of(said(entry, "kind"));
        return kind == null ? "" : kind.title().toLowerCase(Locale.ROOT);
    }
}
