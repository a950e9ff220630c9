package org.tocsin.notice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tocsin.party.Caller;
import org.tocsin.report.ReportSection;
import org.tocsin.report.ReportView;

/** That the operator's mail, phones or sign-in are in someone else's hands, and how it is reached then. */
@ApplicationScoped
class CompromiseSection implements ReportSection {

    @CheckedTemplate(basePath = "notice", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {

        static native TemplateInstance compromise(ReportView.CompromisePart compromise);

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
        return "compromise";
    }

    @Override
    public String title() {
        return "Compromised";
    }

    @Override
    public Optional<TemplateInstance> show(Caller caller, ReportView report) {
        return Optional.ofNullable(report.liaison()).map(ReportView.LiaisonPart::compromise).map(Templates::compromise);
    }
}
