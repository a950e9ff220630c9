package org.tocsin.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.audit.Actor;
import org.tocsin.delivery.document.CertDocument;
import org.tocsin.delivery.document.Withdrawing;
import org.tocsin.json.Json;
import org.tocsin.party.Organisations;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.report.Enriched;
import org.tocsin.report.Enrichments;
import org.tocsin.report.OnBehalfMarks;
import org.tocsin.report.Report;
import org.tocsin.report.Revision;
import org.tocsin.report.Revisions;
import org.tocsin.report.Timeline;
import org.tocsin.seal.Sha256;
import org.tocsin.store.Ids;

/**
 * Puts a report's latest revision on its way: the bytes for each destination are rendered once, here,
 * and stored with one delivery each.
 *
 * <p>Crash story: release and deliveries are one commit, with the report's change of state. Before it nothing has
 * gone out; after it every replica that is alive finds the deliveries pending.
 */
@ApplicationScoped
public class Releases {

    private final EntityManager database;
    private final Revisions revisions;
    private final Enrichments enrichments;
    private final OnBehalfMarks onBehalf;
    private final Organisations organisations;
    private final Timeline timeline;
    private final DeliveryOutbox outbox;

    Releases(EntityManager database, Revisions revisions, Enrichments enrichments, OnBehalfMarks onBehalf,
            Organisations organisations, Timeline timeline, DeliveryOutbox outbox) {
        this.database = database;
        this.revisions = revisions;
        this.enrichments = enrichments;
        this.onBehalf = onBehalf;
        this.organisations = organisations;
        this.timeline = timeline;
        this.outbox = outbox;
    }

    /**
     * In the transaction of the liaison's act, which holds the report.
     *
     * @param withdrawing what the document says of the report's withdrawal; nothing when nobody asks for one
     * @param seen        the SHA-256 of the document that was looked at before, hexadecimal; null when nobody says
     * @throws Problem 409 when the document is another by now
     */
    public void release(Report report, List<String> destinations, Actor actor, Instant at, Optional<Withdrawing> withdrawing, String seen) {
        Revision revision = revisions.latest(report);
        byte[] document = render(report, revision, withdrawing.orElse(null));
        if (seen != null && !seen.equals(Sha256.hex(Sha256.of(document)))) {
            throw Problem.conflict("other-document", "Not what you saw",
                            "What would be sent is no longer what you looked at. Look at it again before you release it.")
                    .with("version", report.version).with("documentSha256", Sha256.hex(Sha256.of(document)));
        }
        Release release = store(report, revision, actor, at);
        ObjectNode detail = Json.MAPPER.createObjectNode()
                .put("revision", revision.number)
                .put("documentSha256", Sha256.hex(Sha256.of(document)));
        destinations.forEach(detail.putArray("destinations")::add);
        timeline.writeAs(Role.LIAISON_TO_OPERATORS, report, "report.released", actor, at, detail);
        destinations.forEach(destination -> send(release, destination, 0, document, at));
    }

    /**
     * Says what became of the report's withdrawal to every destination that has it or is about to get it: with the revision
     * that was released to that one last, and after it in its lane. In the transaction of the act, which holds the report.
     * What was erased here cannot be sent again.
     *
     * @return the SHA-256 of what each is sent, hexadecimal, by the destinations' names in their order
     */
    public Map<String, String> follow(Report report, Withdrawing withdrawing, Actor actor, Instant at) {
        List<Object[]> sent = database.createQuery("""
                select d.destination, d.revisionNumber, max(d.notice)
                from Delivery d
                where d.report = :report
                  and d.revisionNumber = (select max(l.revisionNumber) from Delivery l
                                          where l.report = d.report and l.destination = d.destination and l.state <> :givenUp
                                            and l.document is not null)
                group by d.destination, d.revisionNumber
                order by d.destination""", Object[].class)
                .setParameter("report", report.id)
                .setParameter("givenUp", Delivery.GIVEN_UP)
                .getResultList();
        Map<String, String> documents = new LinkedHashMap<>();
        for (Object[] last : sent) {
            Revision revision = revisions.numbered(report, (Integer) last[1]);
            Release release = store(report, revision, actor, at);
            byte[] document = render(report, revision, withdrawing);
            send(release, (String) last[0], (Integer) last[2] + 1, document, at);
            documents.put((String) last[0], Sha256.hex(Sha256.of(document)));
        }
        return documents;
    }

    /** What each destination would get now, beside what it got last. In a transaction that may see all. */
    public List<Draft> draft(Report report, List<String> destinations, Optional<Withdrawing> withdrawing) {
        byte[] document = render(report, revisions.latest(report), withdrawing.orElse(null));
        return destinations.stream().map(destination -> new Draft(destination, document, last(report, destination).orElse(null))).toList();
    }

    private Optional<Delivery> last(Report report, String destination) {
        return database.createQuery("""
                        from Delivery
                        where report = :report and destination = :destination
                        order by revisionNumber desc, notice desc""", Delivery.class)
                .setParameter("report", report.id)
                .setParameter("destination", destination)
                .setMaxResults(1)
                .getResultStream().findFirst();
    }

    private byte[] render(Report report, Revision revision, Withdrawing withdrawing) {
        return CertDocument.render(report, revision,
                organisations.findById(report.organisation).name,
                enrichments.of(revision, Enriched.OPERATOR).map(Enriched::tree).orElse(null),
                onBehalf.of(report).orElse(null), withdrawing);
    }

    private void send(Release release, String destination, int notice, byte[] document, Instant at) {
        Delivery delivery = delivery(release, destination, document, at);
        delivery.notice = notice;
        database.persist(delivery);
        outbox.added();
    }

    /** Those of the destinations to which the latest revision is not on its way and has not gone. */
    public List<String> withoutLatest(Report report, List<String> destinations) {
        List<String> with = database.createQuery(
                        "select destination from Delivery where report = :report and revisionNumber = :latest", String.class)
                .setParameter("report", report.id)
                .setParameter("latest", report.latestRevision)
                .getResultList();
        return destinations.stream().filter(destination -> !with.contains(destination)).toList();
    }

    /** Whether the latest revision was released. */
    public boolean hasLatest(Report report) {
        return database.createQuery("select count(*) from Release where report = :report and revisionNumber = :latest", Long.class)
                .setParameter("report", report.id)
                .setParameter("latest", report.latestRevision)
                .getSingleResult() > 0;
    }

    private Release store(Report report, Revision revision, Actor actor, Instant at) {
        Release release = new Release();
        release.id = Ids.next();
        release.report = report.id;
        release.organisation = report.organisation;
        release.revisionNumber = revision.number;
        release.releasedBy = actor.name();
        release.releasedAt = at;
        database.persist(release);
        return release;
    }

    private static Delivery delivery(Release release, String destination, byte[] document, Instant at) {
        Delivery delivery = new Delivery();
        delivery.id = Ids.next();
        delivery.release = release.id;
        delivery.report = release.report;
        delivery.organisation = release.organisation;
        delivery.revisionNumber = release.revisionNumber;
        delivery.destination = destination;
        delivery.document = document;
        delivery.digest = Sha256.of(document);
        delivery.state = Delivery.PENDING;
        delivery.nextAttemptAt = at;
        delivery.createdAt = at;
        return delivery;
    }
}
