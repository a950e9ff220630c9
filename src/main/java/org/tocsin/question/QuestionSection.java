package org.tocsin.question;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.tocsin.web.Retyped;
import org.tocsin.web.Speech;
import org.tocsin.web.TypedMoment;

/** What was asked and answered, and the forms for it. */
@ApplicationScoped
class QuestionSection implements ReportSection {

    /** @param version which asking names, so that it is refused when something has changed since */
    public record Sheet(String reference, int version, List<Asked> questions, boolean ask, boolean answer, boolean drop, JsonNode submission) {

        public List<AskableField> usual() {
            return AskableField.usual();
        }

        /** Empty when it was erased. */
        public List<AskableField> said() {
            return submission == null ? List.of() : AskableField.said(submission);
        }

        /** When the answer is wanted. */
        public TypedMoment by() {
            return TypedMoment.of(name -> Retyped.text(ID, name));
        }

        /** An answer is owed unless the box was left empty. */
        public boolean owed() {
            return !Retyped.in(ID) || !Retyped.text(ID, "owed").isEmpty();
        }
    }

    /** @param field that it is about; null for a free one */
    public record Asked(QuestionView view, AskedField field) {

        static Asked of(QuestionView view, JsonNode submission) {
            return new Asked(view, view.field() == null ? null : AskedField.of(view.field(), submission));
        }

        /** Whether the answer is filled in where the report is. */
        public boolean hasParts() {
            return field != null && field.hasParts();
        }

        /** Of the answer, as people read it. */
        public String value() {
            return field.spoken(view.answer().value());
        }

        public TypedMoment moment() {
            return TypedMoment.of(name -> Retyped.of(view.id(), "answer", name));
        }
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
        boolean mine = liaison && caller.actor().is(report.liaison().holderId());
        boolean asks = mine && (report.state() == State.AWAITING_OPERATOR || report.state().next().contains(State.AWAITING_OPERATOR));
        boolean answers = caller.is(Role.OPERATOR) && report.organisation().id().equals(caller.organisation());
        JsonNode submission = report.latest().submission();
        return questions.isEmpty() && !asks ? Optional.empty()
                : Optional.of(Templates.questions(new Sheet(report.reference(), report.version(),
                        questions.stream().map(question -> Asked.of(question, submission)).toList(), asks, answers,
                        mine || liaison && report.liaison().holder() == null, submission)));
    }
}
