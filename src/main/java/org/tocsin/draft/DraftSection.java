package org.tocsin.draft;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.report.Act;
import org.tocsin.report.ReportSection;
import org.tocsin.report.ReportView;
import org.tocsin.web.Say;

/** The way from a report to its next stage or a correction. */
@ApplicationScoped
class DraftSection implements ReportSection {

    @CheckedTemplate(basePath = "draft", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {

        static native TemplateInstance goOn(String reference);

        private Templates() {
        }
    }

    @Override
    public Place place() {
        return Place.ASIDE;
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public String id() {
        return "go-on";
    }

    @Override
    public String title() {
        return Say.word("go_on");
    }

    @Override
    public Optional<TemplateInstance> show(Caller caller, ReportView report) {
        boolean own = caller.is(Role.OPERATOR) && report.organisation().id().equals(caller.organisation());
        return own && Act.REVISE.isPossible(report.state()) && report.latest().submission() != null
                ? Optional.of(Templates.goOn(report.reference())) : Optional.empty();
    }
}
