package org.tocsin.withdrawal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.report.Act;
import org.tocsin.report.ReportSection;
import org.tocsin.report.ReportView;
import org.tocsin.web.Speech;

/** How it stands with a report's withdrawal, and what the reader can do about it. */
@ApplicationScoped
class WithdrawalSection implements ReportSection {

    /** @param withdrawal the latest; null when nobody has ever asked */
    public record Steps(String reference, WithdrawalView withdrawal, boolean ask, boolean confirm, boolean cancel, boolean decide) {
    }

    @CheckedTemplate(basePath = "withdrawal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {

        static native TemplateInstance withdrawal(Steps steps);

        private Templates() {
        }
    }

    static final String ID = "withdrawal";

    private final WithdrawalDesk desk;

    WithdrawalSection(WithdrawalDesk desk) {
        this.desk = desk;
    }

    @Override
    public Place place() {
        return Place.ASIDE;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return Speech.of("withdrawal_title");
    }

    @Override
    public Optional<TemplateInstance> show(Caller caller, ReportView report) {
        WithdrawalView latest = desk.find(caller, report.id().toString()).orElse(null);
        boolean own = caller.is(Role.OPERATOR) && report.organisation().id().equals(caller.organisation());
        boolean open = latest != null && latest.state().equals(Withdrawal.ASKED);
        boolean handedOver = report.liaison() != null && report.liaison().origin() != null;
        Steps steps = new Steps(report.reference(), latest, own && Act.ASK_WITHDRAWAL.isPossible(report.state()),
                own && open && latest.askedById() != null && !caller.actor().is(latest.askedById()), own && open,
                caller.is(Role.LIAISON) && open && !handedOver);
        return latest == null && !steps.ask() ? Optional.empty() : Optional.of(Templates.withdrawal(steps));
    }
}
