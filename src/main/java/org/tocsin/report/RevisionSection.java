package org.tocsin.report;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.tocsin.party.Caller;
import org.tocsin.web.Speech;

/** All that was said over time, and the way to compare any two of it, as soon as there are two. */
@ApplicationScoped
class RevisionSection implements ReportSection {

    private final ReportReading reading;

    RevisionSection(ReportReading reading) {
        this.reading = reading;
    }

    @Override
    public Place place() {
        return Place.BELOW;
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public String id() {
        return "revisions";
    }

    @Override
    public String title() {
        return Speech.of("revisions");
    }

    @Override
    public Optional<TemplateInstance> show(Caller caller, ReportView report) {
        if (report.latest().number() < 2) {
            return Optional.empty();
        }
        List<RevisionView> revisions = reading.revisions(caller, report.id().toString());
        return Optional.of(ReportTemplates.revisions(report.reference(), revisions, report.latest().number() - 1, report.latest().number()));
    }
}
