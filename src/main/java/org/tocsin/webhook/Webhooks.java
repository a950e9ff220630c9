package org.tocsin.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tocsin.problem.Problem;
import org.tocsin.store.Ids;

/** Finds webhooks, as far as the transaction may see them. */
@ApplicationScoped
class Webhooks implements PanacheRepositoryBase<Webhook, UUID> {

    static final int MOST = 10;

    List<Webhook> of(String organisation) {
        return list("organisation = ?1 order by createdAt, id", organisation);
    }

    /** @throws Problem 404 also when it is another organisation's */
    Webhook own(String organisation, String id) {
        return check(organisation, Ids.read(id).map(this::findById).orElse(null));
    }

    /** The same, and holds it until the transaction ends. */
    Webhook toChange(String organisation, String id) {
        return check(organisation, Ids.read(id).map(own -> findById(own, LockModeType.PESSIMISTIC_WRITE)).orElse(null));
    }

    /** A place that is free; of two who take the same at once, the database refuses one. */
    OptionalInt freeSlot(String organisation) {
        Set<Integer> taken = of(organisation).stream().map(webhook -> (int) webhook.slot).collect(Collectors.toSet());
        return IntStream.rangeClosed(1, MOST).filter(slot -> !taken.contains(slot)).findFirst();
    }

    List<WebhookAttempt> attempts(Webhook webhook) {
        return getEntityManager().createQuery("from WebhookAttempt where webhook = :webhook order by number desc", WebhookAttempt.class)
                .setParameter("webhook", webhook.id)
                .getResultList();
    }

    private static Webhook check(String organisation, Webhook found) {
        if (found == null || !found.organisation.equals(organisation)) {
            throw Problem.notFound("webhook");
        }
        return found;
    }
}
