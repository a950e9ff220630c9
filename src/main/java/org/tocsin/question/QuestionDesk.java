package org.tocsin.question;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.tocsin.json.Instants;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.report.Revision;
import org.tocsin.report.Revisions;
import org.tocsin.report.State;
import org.tocsin.report.Timeline;
import org.tocsin.report.Versions;
import org.tocsin.report.submission.SubmissionReader;
import org.tocsin.store.Ids;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/** The liaison's side: asks, and takes back what need not be answered any more. */
@ApplicationScoped
public class QuestionDesk {

    /** More than anyone would answer at one sitting. */
    static final int OPEN_AT_MOST = 20;

    private final Transactions transactions;
    private final EntityManager database;
    private final Reports reports;
    private final Revisions revisions;
    private final Questions questions;
    private final Timeline timeline;
    private final Now now;

    QuestionDesk(Transactions transactions, EntityManager database, Reports reports, Revisions revisions,
            Questions questions, Timeline timeline, Now now) {
        this.transactions = transactions;
        this.database = database;
        this.reports = reports;
        this.revisions = revisions;
        this.questions = questions;
        this.timeline = timeline;
        this.now = now;
    }

    /**
     * Asks, and puts the report to wait for the operator.
     *
     * @throws Problem 404, 409 when the report is not the liaison's or has changed, 422 for a field that it does not have
     */
    public QuestionView ask(Caller liaison, String name, Ask ask) {
        return transactions.seeing(Sight.all(), () -> {
            Report report = reports.toChange(name);
            Versions.check(report, ask.version());
            Versions.checkHeldBy(report, liaison.actor());
            checkField(revisions.latest(report), ask.field());
            if (questions.open(report) >= OPEN_AT_MOST) {
                throw Problem.conflict("too-many-questions", "Too many open questions",
                        "The report has " + OPEN_AT_MOST + " open questions. Wait for answers, or drop some.");
            }
            if (report.state != State.AWAITING_OPERATOR) {
                report.go(State.AWAITING_OPERATOR);
            }
            Instant at = now.instant();
            Question question = question(report, ask, at);
            QuestionInside inside = inside(question, liaison, ask.note());
            database.persist(question);
            database.persist(inside);
            write(report, "question.asked", liaison, at, asked(question));
            return QuestionView.of(question, report, inside, liaison);
        });
    }

    /**
     * Takes an open question back. The last one lets the report go on.
     *
     * @throws Problem 404, 409 when it is answered or dropped already, or another holds the report
     */
    public QuestionView drop(Caller liaison, String id, String reason) {
        return transactions.seeing(Sight.all(), () -> {
            Question seen = questions.visible(liaison, id);
            Report report = reports.toChange(seen.report);
            Question question = questions.asItStands(seen);
            Versions.checkNotHeldByAnother(report, liaison.actor());
            Standing.checkOpen(question);
            Instant at = now.instant();
            question.state = QuestionState.DROPPED;
            question.droppedAt = at;
            question.dropReason = reason;
            QuestionInside inside = questions.inside(question);
            inside.droppedBy = liaison.name();
            if (questions.open(report) == 0) {
                Standing.goOn(report);
            }
            write(report, "question.dropped", liaison, at, Json.MAPPER.createObjectNode()
                    .put("question", question.id.toString())
                    .put("reason", reason));
            return QuestionView.of(question, report, inside, liaison);
        });
    }

    private static void checkField(Revision latest, String field) {
        if (field == null) {
            return;
        }
        SubmissionReader.objection(JsonPointer.compile(field), Json.tree(latest.content())).ifPresent(objection -> {
            throw Problem.invalid("question", List.of(new Fault("/field", "no-such-place",
                    "The report has no place " + field + ". " + objection)));
        });
    }

    private static Question question(Report report, Ask ask, Instant at) {
        Question question = new Question();
        question.id = Ids.next();
        question.report = report.id;
        question.organisation = report.organisation;
        question.text = ask.text();
        question.field = ask.field();
        question.revisionNumber = report.latestRevision;
        question.owed = ask.isOwed();
        question.answerBy = ask.answerBy();
        question.askedAt = at;
        question.state = QuestionState.OPEN;
        return question;
    }

    private static QuestionInside inside(Question question, Caller liaison, String note) {
        QuestionInside inside = new QuestionInside();
        inside.question = question.id;
        inside.organisation = question.organisation;
        inside.askedBy = liaison.name();
        inside.note = note;
        return inside;
    }

    private static ObjectNode asked(Question question) {
        ObjectNode detail = Json.MAPPER.createObjectNode()
                .put("question", question.id.toString())
                .put("text", question.text)
                .put("revision", question.revisionNumber)
                .put("owed", question.owed);
        if (!question.isFree()) {
            detail.put("field", question.field);
        }
        if (question.answerBy != null) {
            detail.put("answerBy", Instants.write(question.answerBy));
        }
        return detail;
    }

    private void write(Report report, String type, Caller liaison, Instant at, ObjectNode detail) {
        report.changed(at);
        timeline.writeAs(Role.LIAISON_TO_OPERATORS, report, type, liaison.actor(), at, detail);
    }
}
