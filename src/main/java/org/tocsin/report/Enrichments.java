package org.tocsin.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.tocsin.asset.AssetReference;
import org.tocsin.asset.Enrichment;
import org.tocsin.asset.Inventory;
import org.tocsin.json.Canonical;
import org.tocsin.report.submission.AssetRef;
import org.tocsin.report.submission.Submission;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/**
 * Asks the inventory about a revision's assets, once as the operator may know it and once as the
 * liaison may, and stores both: the inventory will change.
 */
@ApplicationScoped
public class Enrichments {

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

    /** In the transaction that stores the revision. */
    void enrich(Report report, Revision revision, Submission submission, Sight sight) {
        List<AssetReference> assets = submission.assets().stream().map(AssetRef::reference).toList();
        if (assets.isEmpty()) {
            return;
        }
        Enrichment own = inventory.operatorView(report.organisation, assets);
        store(revision, Enriched.OPERATOR, Canonical.bytes(own.snapshot()));
        database.flush();
        transactions.widened(sight, () -> {
            Enrichment all = inventory.liaisonView(report.organisation, assets);
            store(revision, Enriched.LIAISON, Canonical.bytes(
                    new LiaisonView(all.snapshot(), related.to(report, all.concerned(), revision.receivedAt))));
            related.remember(report, all.concerned(), revision.receivedAt);
            return null;
        });
    }

    /** As far as the transaction may see it: nothing for an operator who asks for the liaison's. */
    public Optional<Enriched> of(Revision revision, String audience) {
        return Optional.ofNullable(database.find(Enriched.class, new Enriched.Key(revision.id, audience)));
    }

    private void store(Revision revision, String audience, byte[] snapshot) {
        Enriched enriched = new Enriched();
        enriched.revision = revision.id;
        enriched.audience = audience;
        enriched.organisation = revision.organisation;
        enriched.snapshot = snapshot;
        database.persist(enriched);
    }
}
