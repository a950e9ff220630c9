package org.tocsin.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.UUID;
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
    private final Receipts receipts;
    private final Enrichments enrichments;
    private final Timeline timeline;
    private final String prefix;

    Filing(EntityManager database, Receipts receipts, Enrichments enrichments, Timeline timeline,
            @ConfigProperty(name = "tocsin.instance.reference-prefix") String prefix) {
        this.database = database;
        this.receipts = receipts;
        this.enrichments = enrichments;
        this.timeline = timeline;
        this.prefix = prefix;
    }

    /** A new report and its first revision, as they will be stored; nothing is written yet. */
    public Filed draw(Arrival arrival) {
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
        return new Filed(report, next(report, arrival));
    }

    /** Writes what was drawn. */
    public void open(Filed filed, Arrival arrival, Sight sight) {
        database.persist(filed.report());
        store(filed, arrival, sight, "report.received");
    }

    /** Draws and writes. */
    public Filed open(Arrival arrival, Sight sight) {
        Filed filed = draw(arrival);
        open(filed, arrival, sight);
        return filed;
    }

    /** Adds a revision to a report that the transaction holds, and puts the report back into the queue. */
    public Filed revise(Report report, Arrival arrival, Sight sight) {
        if (!State.OPEN.contains(report.state)) {
            report.go(State.RECEIVED);
        }
        Filed filed = new Filed(report, next(report, arrival));
        store(filed, arrival, sight, "report.revised");
        return filed;
    }

    private void store(Filed filed, Arrival arrival, Sight sight, String type) {
        Report report = filed.report();
        Revision revision = filed.revision();
        database.persist(revision);
        ObjectNode detail = Json.MAPPER.createObjectNode()
                .put("revision", revision.number)
                .put("stage", revision.stage)
                .put("bodySha256", Sha256.hex(revision.digest))
                .put("client", arrival.client());
        timeline.write(report, type, arrival.actor(), Audience.OPERATOR, arrival.receivedAt(), detail);
        enrichments.enrich(report, revision, arrival.submission(), sight);
    }

    /** Draws the next revision and lets the report show it. */
    private Revision next(Report report, Arrival arrival) {
        Submission submission = arrival.submission();
        report.version++;
        report.latestRevision++;
        report.stage = Json.word(submission.stage());
        report.title = submission.title();
        report.tlp = Json.word(submission.tlp());
        report.severity = submission.severity() == null ? null : Json.word(submission.severity());
        report.awareAt = submission.awareAt();
        report.changedAt = arrival.receivedAt();
        report.pressing = Pressing.of(report, submission);
        return revision(report, arrival);
    }

    private Revision revision(Report report, Arrival arrival) {
        TimeFlags times = TimeFlags.of(arrival.submission(), arrival.receivedAt(), arrival.sentAt().orElse(null));
        Revision revision = new Revision();
        revision.id = Ids.next();
        revision.report = report.id;
        revision.organisation = report.organisation;
        revision.number = report.latestRevision;
        revision.stage = report.stage;
        revision.body = arrival.canonical();
        revision.digest = Sha256.of(arrival.canonical());
        revision.timeFlags = Json.MAPPER.valueToTree(times.flags()).toString();
        revision.skewSeconds = times.skewSeconds() == null ? null : BigDecimal.valueOf(times.skewSeconds());
        revision.submittedBy = arrival.actor();
        revision.client = arrival.client();
        revision.receivedAt = arrival.receivedAt();
        revision.receipt = receipts.receipt(report.id, revision.number, revision.digest, revision.receivedAt);
        return revision;
    }
}
