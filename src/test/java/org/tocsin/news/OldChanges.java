package org.tocsin.news;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** Removes all that an organisation's changes are by now, as if they were old. */
@ApplicationScoped
public class OldChanges {

    private final ChangePruning pruning;
    private final Transactions transactions;

    OldChanges(ChangePruning pruning, Transactions transactions) {
        this.pruning = pruning;
        this.transactions = transactions;
    }

    public int remove(String organisation) {
        return remove(organisation, Instant.now().plusSeconds(1), 100_000);
    }

    int remove(String organisation, Instant before, int most) {
        return transactions.seeing(Sight.all(), () -> pruning.prune(organisation, before, most));
    }
}
