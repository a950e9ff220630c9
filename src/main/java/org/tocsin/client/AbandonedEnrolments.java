package org.tocsin.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.tocsin.audit.Actor;
import org.tocsin.audit.Audience;
import org.tocsin.audit.Audit;
import org.tocsin.audit.AuditEvent;
import org.tocsin.json.Json;
import org.tocsin.problem.Problem;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/**
 * Removes what enrolments left behind that came to nothing: at the identity provider a client that was never enabled, here its row.
 *
 * <p>Crash story: the row goes last. As long as it is there, the client there is looked for again.
 */
@ApplicationScoped
class AbandonedEnrolments {

    private static final Logger LOG = Logger.getLogger(AbandonedEnrolments.class);
    /** Longer than an enrolment can take, with all its timeouts. */
    static final Duration INTERRUPTED = Duration.ofMinutes(10);

    private final Transactions transactions;
    private final Clients clients;
    private final IdentityProvider identityProvider;
    private final Audit audit;
    private final Now now;

    AbandonedEnrolments(Transactions transactions, Clients clients, IdentityProvider identityProvider, Audit audit, Now now) {
        this.transactions = transactions;
        this.clients = clients;
        this.identityProvider = identityProvider;
        this.audit = audit;
        this.now = now;
    }

    /** All that were given up, or were begun so long ago that whatever was doing it has ended. */
    void removeAll() {
        if (identityProvider.hasAccount()) {
            transactions.seeing(Sight.all(), () -> clients.interrupted(now.instant().minus(INTERRUPTED))).forEach(this::giveUp);
            transactions.seeing(Sight.all(), clients::givenUp).forEach(client -> remove(client.id));
        }
    }

    /** @return false when the identity provider could not be reached; it is tried again later */
    boolean remove(String id) {
        try {
            identityProvider.remove(id);
        } catch (IdentityProviderDown down) {
            LOG.warnf("An abandoned enrolment could not be removed at the identity provider client=%s reason=%s", id, down.getMessage());
            return false;
        }
        transactions.seeing(Sight.all(), () -> {
            clients.delete("id = ?1 and wanted = ?2", id, Client.GIVEN_UP);
        });
        return true;
    }

    private void giveUp(Client interrupted) {
        transactions.seeing(Sight.all(), () -> {
            if (clients.giveUp(interrupted)) {
                audit.write(new AuditEvent(interrupted.organisation, null, "client.enrolment-failed", Actor.TOCSIN, Audience.OPERATOR, now.instant(),
                        Json.MAPPER.createObjectNode().put("client", interrupted.id).put("reason", "it was interrupted")));
            }
        });
    }

    /** @throws Problem 503 when the name is still taken by an enrolment that failed */
    void clear(String id) {
        if (transactions.seeing(Sight.all(), () -> clients.isGivenUp(id)) && !remove(id)) {
            throw ClientAdministration.down();
        }
    }
}
