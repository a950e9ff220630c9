package org.tocsin.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tocsin.audit.Audience;
import org.tocsin.json.Json;
import org.tocsin.report.submission.Submission;
import org.tocsin.report.submission.TimeFlags;
import org.tocsin.seal.Sha256;
import org.tocsin.store.Ids;
import org.tocsin.store.Sight;

/**
 * Stores what arrived: the report, its immutable revision, what the inventory knows of its assets,
 * and the entries of timeline and audit log, all in the caller's transaction.
 *
 * <p>Crash story: before that transaction's commit there is none of it, and the sender, who got no
 * answer, sends again; after it there is all of it, and the sender's repeat gets the stored answer.
 */
@ApplicationScoped
public class Filing {

    private final EntityManager database;
    private final FilingStatement statement;
    private final Receipts receipts;
    private final Enrichments enrichments;
    private final Timeline timeline;
    private final String prefix;

    Filing(EntityManager database, FilingStatement statement, Receipts receipts, Enrichments enrichments, Timeline timeline,
            @ConfigProperty(name = "tocsin.instance.reference-prefix") String prefix) {
        this.database = database;
        this.statement = statement;
        this.receipts = receipts;
        this.enrichments = enrichments;
        this.timeline = timeline;
        this.prefix = prefix;
    }

    /** A new report with its first revision, as they will be stored; nothing is written yet. */
    Drawn draw(Arrival arrival) {
        Report report = new Report();
        report.id = Ids.next();
        report.organisation = arrival.organisation();
        report.reference = Reference.next(prefix);
        report.state = State.RECEIVED;
        report.receivedAt = arrival.receivedAt();
        arrival.origin().ifPresent(origin -> {
            report.originPeer = origin.peer();
            report.originReport = origin.report();
            report.originOperator = origin.operator();
        });
        Filed filed = new Filed(report, next(report, arrival));
        return new Drawn(arrival, filed, receipted(filed, arrival, "report.received"));
    }

    /**
     * Writes those whose keys nobody has used, all together, as the last thing that the transaction does.
     *
     * @return the places in the list of those that were written
     */
    Set<Integer> open(List<Ready> ready) {
        Set<Integer> filed = statement.file(ready);
        enrichments.enrichLast(filed.stream().sorted().map(ready::get).map(Ready::drawn).map(Filing::subject).toList());
        return filed;
    }

    /** Writes a report that was drawn and has no keys to claim. */
    void open(Drawn drawn, Sight sight) {
        statement.file(List.of(new Ready(drawn, List.of(), null)));
        enrichments.enrich(List.of(subject(drawn)), sight);
    }

    /** Draws and writes. */
    public Filed open(Arrival arrival, Sight sight) {
        Drawn drawn = draw(arrival);
        open(drawn, sight);
        return new Filed(known(drawn), drawn.filed().revision());
    }

    /** What was written past the entity manager is known to it from here on. */
    Report known(Drawn drawn) {
        return database.find(Report.class, drawn.filed().report().id);
    }

    private static Enrichments.Subject subject(Drawn drawn) {
        return Enrichments.Subject.of(drawn.filed(), drawn.arrival().submission());
    }

    /** Adds a revision to a report that the transaction holds, and puts the report back into the queue. */
    public Filed revise(Report report, Arrival arrival, Sight sight) {
        if (report.state != report.state.revised()) {
            report.go(report.state.revised());
        }
        report.latestRevision = lastNumber(report);
        return add(new Filed(report, next(report, arrival)), arrival, sight, "report.revised");
    }

    /** Adds a revision that came after a newer one: it is kept, and the report goes on to say what the newer one says. */
    public Filed reviseLate(Report report, Arrival arrival, Sight sight) {
        report.changed(arrival.receivedAt());
        Revision revision = revision(report, arrival, lastNumber(report) + 1);
        return add(new Filed(report, revision), arrival, sight, "report.revised-late");
    }

    private Filed add(Filed filed, Arrival arrival, Sight sight, String type) {
        Timeline.Step step = receipted(filed, arrival, type);
        database.persist(filed.revision());
        timeline.write(step);
        database.flush();
        enrichments.enrich(List.of(Enrichments.Subject.of(filed, arrival.submission())), sight);
        return filed;
    }

    /** Of all its revisions, also of those that came late. */
    private int lastNumber(Report report) {
        return database.createQuery("select max(number) from Revision where report = :report", Integer.class)
                .setParameter("report", report.id)
                .getSingleResult();
    }

    /** Draws the step, and then the receipt, which names the step's leaf in the log. */
    private Timeline.Step receipted(Filed filed, Arrival arrival, String type) {
        Timeline.Step step = Timeline.draw(filed.report(), type, arrival.actor(), Audience.OPERATOR, arrival.receivedAt(),
                detail(filed.revision(), arrival));
        filed.revision().receipt = receipts.receipt(filed.revision(), step.audit().entry().commitment);
        return step;
    }

    private static ObjectNode detail(Revision revision, Arrival arrival) {
        return Json.MAPPER.createObjectNode()
                .put("revision", revision.number)
                .put("stage", revision.stage)
                .put("bodySha256", Sha256.hex(revision.digest))
                .put("client", arrival.client());
    }

    /** Draws the next revision and lets the report show it. */
    private Revision next(Report report, Arrival arrival) {
        Submission submission = arrival.submission();
        report.changed(arrival.receivedAt());
        report.latestRevision++;
        report.stage = Json.word(submission.stage());
        report.title = submission.title();
        report.tlp = Json.word(submission.tlp());
        report.severity = submission.severity() == null ? null : Json.word(submission.severity());
        report.awareAt = submission.awareAt();
        report.pressing = Pressing.of(report, submission);
        return revision(report, arrival, report.latestRevision);
    }

    private static Revision revision(Report report, Arrival arrival, int number) {
        TimeFlags times = TimeFlags.of(arrival.submission(), arrival.receivedAt(), arrival.sentAt().orElse(null));
        Revision revision = new Revision();
        revision.id = Ids.next();
        revision.report = report.id;
        revision.organisation = report.organisation;
        revision.number = number;
        revision.stage = Json.word(arrival.submission().stage());
        revision.body = arrival.canonical();
        revision.digest = Sha256.of(arrival.canonical());
        revision.timeFlags = Json.MAPPER.valueToTree(times.flags()).toString();
        revision.skewSeconds = times.skewSeconds() == null ? null : BigDecimal.valueOf(times.skewSeconds());
        revision.submittedBy = arrival.actor().name();
        revision.client = arrival.client();
        revision.receivedAt = arrival.receivedAt();
        return revision;
    }
}
