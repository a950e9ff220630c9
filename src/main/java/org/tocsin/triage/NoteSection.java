package org.tocsin.triage;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.report.ReportSection;
import org.tocsin.report.ReportView;

/** Notes of our side, on the page of our side. */
@ApplicationScoped
class NoteSection implements ReportSection {

    public record Sheet(String reference, List<NoteView> notes, boolean write) {
    }

    static final String ID = "notes";

    private final NoteDesk desk;

    NoteSection(NoteDesk desk) {
        this.desk = desk;
    }

    @Override
    public Place place() {
        return Place.BELOW;
    }

    @Override
    public int order() {
        return 7;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Internal notes";
    }

    @Override
    public Optional<TemplateInstance> show(Caller caller, ReportView report) {
        return caller.seesAll() ? Optional.of(TriageTemplates.notes(
                new Sheet(report.reference(), desk.of(report.id().toString(), caller), caller.is(Role.LIAISON)))) : Optional.empty();
    }
}
