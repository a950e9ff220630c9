package org.tocsin.notice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.report.ReportSection;
import org.tocsin.report.ReportView;

/** That someone is being rung for a report, and the button to answer. */
@ApplicationScoped
class DutySection implements ReportSection {

    @CheckedTemplate(basePath = "notice", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {

        static native TemplateInstance duty(DutyView page);

        private Templates() {
        }
    }

    private final DutyDesk desk;

    DutySection(DutyDesk desk) {
        this.desk = desk;
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
        return "duty";
    }

    @Override
    public String title() {
        return "On duty";
    }

    @Override
    public Optional<TemplateInstance> show(Caller caller, ReportView report) {
        return caller.is(Role.LIAISON) ? desk.ringing(report.id()).map(Templates::duty) : Optional.empty();
    }
}
