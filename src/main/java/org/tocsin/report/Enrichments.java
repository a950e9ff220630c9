package org.tocsin.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tocsin.asset.AssetReference;
import org.tocsin.asset.Enrichment;
import org.tocsin.asset.Inventory;
import org.tocsin.asset.Snapshot;
import org.tocsin.audit.Actor;
import org.tocsin.audit.Audience;
import org.tocsin.audit.Audit;
import org.tocsin.audit.AuditEvent;
import org.tocsin.audit.AuditRows;
import org.tocsin.json.Canonical;
import org.tocsin.json.Json;
import org.tocsin.report.submission.AssetRef;
import org.tocsin.report.submission.Submission;
import org.tocsin.seal.Sha256;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/**
 * Asks the inventory about a revision's assets, once as the operator may know it and once as the
 * liaison may, and stores both: the inventory will change. An entry of the audit log binds us to both views, in the same statement.
 */
@ApplicationScoped
public class Enrichments {

    private static final String STORE = """
            with views as (
              insert into enrichment (revision_id, audience, organisation_id, snapshot, salt)
              values (:revision, 'operator', :organisation, :operators, null),
                     (:revision, 'liaison', :organisation, :liaisons, :salt)
            ),
            entry as (
              insert into audit_entry (id, organisation_id, report_id, type, actor, actor_id, audience, at, commitment)
              values (:entry, :organisation, :report, :type, :actor, null, :audience, :receivedAt, :commitment)
            ),
            payload as (
              insert into audit_payload (entry_id, organisation_id, audience, salt, content)
              values (:entry, :organisation, :audience, :entrySalt, :content)
            )
            insert into report_asset (asset_organisation_id, asset_ref, relation, report_id, received_at)
            select organisation, ref, relation, :report, :receivedAt
            from unnest(cast(:assetOrganisations as text[]), cast(:assetRefs as text[]), cast(:relations as text[]))
              as named (organisation, ref, relation)
            on conflict do nothing""";

    private static final String ENRICHED = "report.enriched";

    private final EntityManager database;
    private final Transactions transactions;
    private final Inventory inventory;
    private final RelatedReports related;

    Enrichments(EntityManager database, Transactions transactions, Inventory inventory, RelatedReports related) {
        this.database = database;
        this.transactions = transactions;
        this.inventory = inventory;
        this.related = related;
    }

    /** A stored revision of a report, and the assets that it names. */
    record Subject(Report report, Revision revision, List<AssetReference> assets) {

        static Subject of(Filed filed, Submission submission) {
            return new Subject(filed.report(), filed.revision(), submission.assets().stream().map(AssetRef::reference).toList());
        }
    }

    /** In the transaction that has stored the revisions, with the sight that it has. */
    void enrich(List<Subject> stored, Sight sight) {
        enrich(stored, wide -> transactions.widened(sight, wide));
    }

    /** The same as the last thing that the transaction does: it sees all from here on. */
    void enrichLast(List<Subject> stored) {
        enrich(stored, transactions::widenedToTheEnd);
    }

    /** What the operators may know is looked up with their own sight; then the sight is widened once, for all. */
    private void enrich(List<Subject> stored, Consumer<Runnable> widening) {
        List<Subject> withAssets = stored.stream().filter(each -> !each.assets().isEmpty()).toList();
        if (withAssets.isEmpty()) {
            return;
        }
        List<Snapshot> own = withAssets.stream()
                .map(each -> inventory.operatorView(each.report().organisation, each.assets()).snapshot())
                .toList();
        widening.accept(() -> {
            for (int i = 0; i < withAssets.size(); i++) {
                store(withAssets.get(i), own.get(i));
            }
        });
    }

    private void store(Subject subject, Snapshot own) {
        Report report = subject.report();
        Enrichment all = inventory.liaisonView(report.organisation, subject.assets());
        List<RelatedReport> others = related.to(report, all.concerned(), subject.revision().receivedAt);
        Named named = Named.of(all.concerned());
        byte[] operators = Canonical.bytes(own);
        byte[] liaisons = Canonical.bytes(new LiaisonView(all.snapshot(), others));
        byte[] salt = Audit.salt();
        AuditRows entry = Audit.draw(new AuditEvent(report.organisation, report.id, ENRICHED, Actor.TOCSIN, Audience.OPERATOR, subject.revision().receivedAt,
                Json.MAPPER.createObjectNode()
                        .put("revision", subject.revision().number)
                        .put("operatorSha256", Sha256.hex(Sha256.of(operators)))
                        .put("liaisonSaltedSha256", Sha256.hex(Sha256.of(salt, liaisons)))));
        database.createNativeQuery(STORE)
                .setParameter("revision", subject.revision().id)
                .setParameter("report", report.id)
                .setParameter("organisation", report.organisation)
                .setParameter("operators", operators)
                .setParameter("liaisons", liaisons)
                .setParameter("salt", salt)
                .setParameter("entry", entry.entry().id)
                .setParameter("type", entry.entry().type)
                .setParameter("actor", entry.entry().actor)
                .setParameter("audience", entry.entry().audience)
                .setParameter("commitment", entry.entry().commitment)
                .setParameter("entrySalt", entry.payload().salt)
                .setParameter("content", entry.payload().content)
                .setParameter("assetOrganisations", named.organisations())
                .setParameter("assetRefs", named.refs())
                .setParameter("relations", named.relations())
                .setParameter("receivedAt", subject.revision().receivedAt)
                .executeUpdate();
    }

    /** As far as the transaction may see it: nothing for an operator who asks for the liaison's. */
    public Optional<Enriched> of(Revision revision, String audience) {
        return Optional.ofNullable(database.find(Enriched.class, new Enriched.Key(revision.id, audience)));
    }

    /** The same for several revisions, by their ids. */
    public Map<UUID, Enriched> of(List<Revision> revisions, String audience) {
        return database.createQuery("from Enriched where revision in :revisions and audience = :audience", Enriched.class)
                .setParameter("revisions", revisions.stream().map(revision -> revision.id).toList())
                .setParameter("audience", audience)
                .getResultList().stream().collect(Collectors.toMap(each -> each.revision, Function.identity()));
    }
}
