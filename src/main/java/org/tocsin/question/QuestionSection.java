package org.tocsin.question;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.report.ReportSection;
import org.tocsin.report.ReportView;
import org.tocsin.report.State;
import org.tocsin.web.Speech;

/** What was asked and answered, and the forms for it. */
@ApplicationScoped
class QuestionSection implements ReportSection {

    /** @param version which asking names, so that it is refused when something has changed since */
    public record Sheet(String reference, int version, List<QuestionView> questions, boolean ask, boolean answer, boolean drop) {
    }

    static final String ID = "questions";

    @CheckedTemplate(basePath = "question", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {

        static native TemplateInstance questions(Sheet sheet);

        private Templates() {
        }
    }

    private final QuestionReading reading;

    QuestionSection(QuestionReading reading) {
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
        return Speech.of("questions_title");
    }

    @Override
    public Optional<TemplateInstance> show(Caller caller, ReportView report) {
        List<QuestionView> questions = reading.of(caller, report.id().toString());
        boolean liaison = caller.is(Role.LIAISON);
        boolean mine = liaison && caller.name().equals(report.liaison().holder());
        boolean asks = mine && (report.state() == State.AWAITING_OPERATOR || report.state().next().contains(State.AWAITING_OPERATOR));
        boolean answers = caller.is(Role.OPERATOR) && report.organisation().id().equals(caller.organisation());
        return questions.isEmpty() && !asks ? Optional.empty()
                : Optional.of(Templates.questions(new Sheet(report.reference(), report.version(), questions, asks, answers,
                        mine || liaison && report.liaison().holder() == null)));
    }
}
