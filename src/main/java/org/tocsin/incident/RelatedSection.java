package org.tocsin.incident;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.report.RelatedReport;
import org.tocsin.report.ReportSection;
import org.tocsin.report.ReportView;

/** What a report has to do with others: what is handled with it, what liaisons have linked, what the inventories have in common. */
@ApplicationScoped
class RelatedSection implements ReportSection {

    /** @param act whether the reader can link */
    public record Sheet(String reference, List<IncidentView> incident, List<LinkView> links, List<RelatedReport> found, boolean act) {

        public List<LinkKind> kinds() {
            return List.of(LinkKind.values());
        }
    }

    @CheckedTemplate(basePath = "incident", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        static native TemplateInstance related(Sheet sheet);

        private Templates() {
        }
    }

    static final String ID = "related";

    private final ConnectionsOnPage onPage;

    RelatedSection(ConnectionsOnPage onPage) {
        this.onPage = onPage;
    }

    @Override
    public Place place() {
        return Place.BELOW;
    }

    @Override
    public int order() {
        return 4;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Related reports";
    }

    @Override
    public Optional<TemplateInstance> show(Caller caller, ReportView report) {
        return caller.seesAll() ? Optional.of(Templates.related(sheet(caller, report))) : Optional.empty();
    }

    private Sheet sheet(Caller caller, ReportView report) {
        Connections connections = onPage.of(report.id());
        return new Sheet(report.reference(), connections.incident(), connections.links(),
                found(report.liaison().enrichment()), caller.is(Role.LIAISON));
    }

    private static List<RelatedReport> found(JsonNode enrichment) {
        return enrichment == null ? List.of() : StreamSupport.stream(enrichment.path("relatedReports").spliterator(), false)
                .map(each -> Json.MAPPER.convertValue(each, RelatedReport.class)).toList();
    }
}
