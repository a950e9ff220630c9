package org.tocsin.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.tocsin.delivery.channel.Channel;
import org.tocsin.delivery.channel.Outcome;
import org.tocsin.delivery.channel.Parcel;
import org.tocsin.outbox.Lease;
import org.tocsin.outbox.Sender;
import org.tocsin.outbox.Verdict;

/** Sends a delivery by the channel of its destination. */
@ApplicationScoped
class DeliverySender implements Sender<Parcel, Outcome> {

    private static final Logger LOG = Logger.getLogger(DeliverySender.class);

    private final EntityManager database;
    private final Outcomes outcomes;
    private final Destinations destinations;
    private final Instance<Channel> channels;
    private final DeliveryMetrics metrics;

    DeliverySender(EntityManager database, Outcomes outcomes, Destinations destinations, @Any Instance<Channel> channels,
            DeliveryMetrics metrics) {
        this.database = database;
        this.outcomes = outcomes;
        this.destinations = destinations;
        this.channels = channels;
        this.metrics = metrics;
    }

    /** The beginning of the attempt is committed with the claim: if we are killed in it, it stands without an end. */
    @Override
    public Optional<Parcel> begin(Lease lease) {
        Delivery delivery = database.find(Delivery.class, lease.entry());
        DeliveryAttempt attempt = new DeliveryAttempt();
        attempt.delivery = delivery.id;
        attempt.number = lease.attempt();
        attempt.organisation = delivery.organisation;
        attempt.startedAt = lease.start();
        database.persist(attempt);
        return Optional.of(new Parcel(delivery.id, delivery.destination, delivery.document));
    }

    @Override
    public Outcome send(Parcel parcel) {
        Outcome outcome = trySending(parcel);
        metrics.count(parcel.destination(), outcome);
        return outcome;
    }

    @Override
    public Verdict verdict(Outcome outcome) {
        return outcome instanceof Outcome.Delivered ? Verdict.TAKEN
                : outcome instanceof Outcome.Refused ? Verdict.REFUSED : Verdict.UNANSWERED;
    }

    @Override
    public void record(Lease lease, Parcel parcel, Outcome outcome) {
        outcomes.write(lease, outcome);
    }

    private Outcome trySending(Parcel parcel) {
        try {
            return destinations.find(parcel.destination())
                    .map(destination -> channel(destination.kind()).send(parcel))
                    .orElseGet(() -> new Outcome.Refused("The destination is no longer configured here."));
        } catch (RuntimeException | LinkageError e) {
            // Whatever it is, from a key file that is gone to a mistake of ours: the attempt must have an end with a
            // reason, and another must follow.
            LOG.warnf("Delivery failed on our side delivery=%s reason=%s", parcel.deliveryId(), e.getClass().getSimpleName());
            LOG.debug("Why a delivery failed on our side", e);
            return new Outcome.Unanswered("Something failed on our side: " + e.getClass().getSimpleName() + ".");
        }
    }

    private Channel channel(String kind) {
        return channels.stream()
                .filter(channel -> channel.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No channel speaks " + kind));
    }
}
