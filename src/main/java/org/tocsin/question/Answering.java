package org.tocsin.question;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tocsin.audit.Audience;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.report.Arrival;
import org.tocsin.report.Filing;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.report.Revision;
import org.tocsin.report.Revisions;
import org.tocsin.report.Timeline;
import org.tocsin.report.submission.SubmissionOutcome;
import org.tocsin.seal.Sha256;
import org.tocsin.store.Refusal;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/** The operator's side: takes an answer, and what it says of a field into the report. */
@ApplicationScoped
public class Answering {

    /**
     * What came with an answer.
     *
     * @param key    the Idempotency-Key header
     * @param sentAt the Date header
     */
    public record Sent(Answer answer, Optional<String> key, Optional<Instant> sentAt) {
    }

    private final Transactions transactions;
    private final EntityManager database;
    private final Reports reports;
    private final Revisions revisions;
    private final Questions questions;
    private final Filing filing;
    private final Timeline timeline;
    private final Now now;

    Answering(Transactions transactions, EntityManager database, Reports reports, Revisions revisions,
            Questions questions, Filing filing, Timeline timeline, Now now) {
        this.transactions = transactions;
        this.database = database;
        this.reports = reports;
        this.revisions = revisions;
        this.questions = questions;
        this.filing = filing;
        this.timeline = timeline;
        this.now = now;
    }

    /**
     * @return the answer's bytes: the first ones again when it was a repeat
     * @throws Problem 404, 409 when there is another answer or the question was dropped, 422 with every fault, 422 for a key
     *                 that was used for another answer
     */
    public byte[] answer(Caller caller, String id, Sent sent) {
        try {
            return once(caller, id, sent);
        } catch (PersistenceException e) {
            if (Refusal.UNIQUE_VIOLATION.caused(e)) {
                return once(caller, id, sent); // a twin used the key first: this finds what for
            }
            throw e;
        }
    }

    /**
     * Crash story: answer, revision and the report's state are one commit. Whoever repeats after a crash finds either
     * an open question, and it is answered now, or the first answer.
     */
    private byte[] once(Caller caller, String id, Sent sent) {
        Sight sight = Sight.own(caller.ownOrganisation());
        return transactions.seeing(sight, () -> {
            Question seen = questions.visible(caller, id);
            Report report = reports.toChange(seen.report);
            Question question = questions.asItStands(seen);
            checkKey(caller, question, sent);
            if (question.state == QuestionState.ANSWERED && Arrays.equals(question.answer, sent.answer().canonical())) {
                return question.reply;
            }
            Standing.checkOpen(question);
            List<Fault> faults = sent.answer().faultsFor(question);
            if (!faults.isEmpty()) {
                throw Problem.invalid("answer", faults);
            }
            return take(caller, report, question, sent, sight);
        });
    }

    /** @throws Problem 422 when the key stands for another question or another answer */
    private void checkKey(Caller caller, Question question, Sent sent) {
        sent.key().flatMap(key -> questions.answeredUnder(question.organisation, caller.keyOwner(), key))
                .filter(used -> !used.id.equals(question.id) || !Arrays.equals(used.answer, sent.answer().canonical()))
                .ifPresent(used -> {
                    throw new Problem(422, "idempotency-key-reused", "Idempotency-Key was used before",
                            "This Idempotency-Key was used for another answer. Nothing was stored. "
                                    + "Use a new key for a new answer, and the same key only for the very same one.");
                });
    }

    private byte[] take(Caller caller, Report report, Question question, Sent sent, Sight sight) {
        Instant at = now.instant();
        Revision revision = sent.answer().value() == null ? null
                : revision(caller, report, question, sent, at, sight);
        question.state = QuestionState.ANSWERED;
        question.answeredBy = caller.name();
        question.answeredAt = at;
        question.answer = sent.answer().canonical();
        question.answerRevision = revision == null ? null : revision.number;
        sent.key().ifPresent(key -> {
            question.keyOwner = caller.keyOwner();
            question.key = key;
        });
        if (questions.open(report) == 0) {
            Standing.goOn(report);
        }
        report.changed(at);
        timeline.write(report, "question.answered", caller.actor(), Audience.OPERATOR, at, detail(question));
        question.reply = bytes(Answered.to(question, report, revision, caller));
        database.flush();
        return question.reply;
    }

    /** The newest revision with the field set: a new one, or the newest itself when it says that already. */
    private Revision revision(Caller caller, Report report, Question question, Sent sent, Instant at, Sight sight) {
        Revision latest = revisions.latest(report);
        SubmissionOutcome outcome = Amendment.of(latest.content(), question.field, sent.answer().value());
        if (outcome instanceof SubmissionOutcome.Faulty faulty) {
            throw Problem.invalid("answer", faulty.faults());
        }
        SubmissionOutcome.Sound sound = (SubmissionOutcome.Sound) outcome;
        if (Arrays.equals(sound.canonical(), latest.body)) {
            return latest;
        }
        return filing.revise(report, new Arrival(report.organisation, caller.actor(), caller.client(), caller.keyOwner(), Optional.empty(),
                sound.submission(), sound.canonical(), at, sent.sentAt()), sight).revision();
    }

    private static ObjectNode detail(Question question) {
        ObjectNode detail = Json.MAPPER.createObjectNode()
                .put("question", question.id.toString())
                .put("answerSha256", Sha256.hex(Sha256.of(question.answer)));
        if (question.answerRevision != null) {
            detail.put("revision", question.answerRevision);
        }
        return detail;
    }

    private static byte[] bytes(Answered answered) {
        try {
            return Json.MAPPER.writeValueAsBytes(answered);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written", e);
        }
    }
}
