package org.tocsin.incident;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.report.ReportSection;
import org.tocsin.report.ReportView;

/** Beside the facts: that the report is not handled alone. */
@ApplicationScoped
class IncidentSection implements ReportSection {

    /**
     * @param own  this report's place in the incident
     * @param lead the one that leads; itself, when it does
     * @param end  whether the reader can take it out
     */
    public record Sheet(IncidentView own, IncidentView lead, List<IncidentView> others, boolean end) {

        public boolean leads() {
            return own.with() == null;
        }

        /** Whether its operator knows. */
        public boolean told() {
            return own.state().code().equals("merged");
        }
    }

    @CheckedTemplate(basePath = "incident", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        static native TemplateInstance incident(Sheet sheet);

        private Templates() {
        }
    }

    private final ConnectionsOnPage onPage;

    IncidentSection(ConnectionsOnPage onPage) {
        this.onPage = onPage;
    }

    @Override
    public Place place() {
        return Place.ASIDE;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String id() {
        return "incident";
    }

    @Override
    public String title() {
        return "One incident";
    }

    @Override
    public Optional<TemplateInstance> show(Caller caller, ReportView report) {
        if (!caller.seesAll()) {
            return Optional.empty();
        }
        List<IncidentView> all = onPage.of(report.id()).incident();
        return all.stream().filter(each -> each.id().equals(report.id())).findFirst().map(own -> Templates.incident(new Sheet(own, all.get(0),
                all.stream().filter(each -> each != own).toList(),
                caller.is(Role.LIAISON) && own.with() != null && !own.state().code().equals("merged")
                        && (own.holder() == null || caller.actor().is(own.holderId())))));
    }
}
