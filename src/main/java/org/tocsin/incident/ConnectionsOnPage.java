package org.tocsin.incident;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** Read once for all parts of a page. */
@RequestScoped
class ConnectionsOnPage {

    private final Transactions transactions;
    private final ConnectionReading connections;
    private UUID report;
    private Connections found;

    ConnectionsOnPage(Transactions transactions, ConnectionReading connections) {
        this.transactions = transactions;
        this.connections = connections;
    }

    Connections of(UUID asked) {
        if (!asked.equals(report)) {
            found = transactions.seeing(Sight.all(), () -> connections.of(asked));
            report = asked;
        }
        return found;
    }
}
