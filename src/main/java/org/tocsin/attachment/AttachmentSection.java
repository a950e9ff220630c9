package org.tocsin.attachment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.report.ReportSection;
import org.tocsin.report.ReportView;
import org.tocsin.web.Speech;

/** The files that belong to a report. */
@ApplicationScoped
class AttachmentSection implements ReportSection {

    /** @param size with its unit */
    public record Line(AttachmentView file, String size) {
    }

    static final String ID = "attachments";

    @CheckedTemplate(basePath = "attachment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {

        static native TemplateInstance attachments(String reference, List<Line> lines, boolean add);

        private Templates() {
        }
    }

    private final AttachmentReading reading;

    AttachmentSection(AttachmentReading reading) {
        this.reading = reading;
    }

    @Override
    public Place place() {
        return Place.BELOW;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return Speech.of("attachments_title");
    }

    @Override
    public Optional<TemplateInstance> show(Caller caller, ReportView report) {
        List<AttachmentView> files = reading.of(caller, report.id().toString());
        boolean own = caller.is(Role.OPERATOR) && report.organisation().id().equals(caller.organisation());
        boolean held = caller.is(Role.LIAISON) && caller.actor().is(report.liaison().holderId());
        return files.isEmpty() && !own && !held ? Optional.empty() : Optional.of(Templates.attachments(report.reference(),
                files.stream().map(file -> new Line(file, FileSize.words(file.size()))).toList(), own || held));
    }
}
