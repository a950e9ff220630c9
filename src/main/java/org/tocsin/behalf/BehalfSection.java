package org.tocsin.behalf;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.report.Confirmation;
import org.tocsin.report.ReportSection;
import org.tocsin.report.ReportView;
import org.tocsin.web.Speech;

/** The call for those who may see it, and the form by which the operator says whether it is right. */
@ApplicationScoped
class BehalfSection implements ReportSection {

    static final String ID = "behalf";

    @CheckedTemplate(basePath = "behalf", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {

        static native TemplateInstance call(BehalfView behalf, boolean confirm, boolean callBack);

        private Templates() {
        }
    }

    private final BehalfReading reading;

    BehalfSection(BehalfReading reading) {
        this.reading = reading;
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
        return Speech.of("behalf_title");
    }

    @Override
    public Optional<TemplateInstance> show(Caller caller, ReportView report) {
        if (report.filedOnBehalf() == null) {
            return Optional.empty();
        }
        BehalfView behalf = reading.of(caller, report.id().toString());
        boolean confirm = caller.is(Role.OPERATOR) && report.organisation().id().equals(caller.organisation())
                && report.filedOnBehalf().confirmation() == Confirmation.UNCONFIRMED;
        return behalf.call() == null && !confirm ? Optional.empty() : Optional.of(Templates.call(behalf, confirm, caller.is(Role.LIAISON) && report.liaison().origin() == null));
    }
}
