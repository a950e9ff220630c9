package org.tocsin.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.tocsin.problem.Problem;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** Brings the identity provider to what is wanted here, from an act at once and from {@link InStepTask} what was left over. */
@ApplicationScoped
class InStep {

    private static final Logger LOG = Logger.getLogger(InStep.class);

    private final Transactions transactions;
    private final Clients clients;
    private final IdentityProvider identityProvider;

    InStep(Transactions transactions, Clients clients, IdentityProvider identityProvider) {
        this.transactions = transactions;
        this.clients = clients;
        this.identityProvider = identityProvider;
    }

    /** If it fails, the row stays out of step and is tried again by the task. */
    void tryToBring(String id) {
        bring(id, Optional.empty());
    }

    /**
     * @param secret a new one; empty to leave it as it is
     * @return why not; empty when the identity provider followed
     */
    Optional<String> bring(String id, Optional<String> secret) {
        try {
            Client wanted;
            do {
                // Who wanted something else meanwhile may have been there first: then what we brought is old, and is brought anew.
                wanted = transactions.seeing(Sight.all(), () -> clients.named(id));
                identityProvider.bring(wanted, secret);
            } while (!followed(wanted));
            return Optional.empty();
        } catch (IdentityProviderDown | Problem notDone) {
            LOG.warnf("The identity provider does not follow client=%s reason=%s", id, notDone.getMessage());
            return Optional.of(notDone.getMessage());
        }
    }

    boolean followed(Client brought) {
        return transactions.seeing(Sight.all(), () -> clients.followed(brought));
    }

    void bringAll() {
        if (identityProvider.hasAccount()) {
            transactions.seeing(Sight.all(), clients::outOfStep).forEach(client -> tryToBring(client.id));
        }
    }
}
