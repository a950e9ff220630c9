package org.tocsin.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tocsin.delivery.channel.Channel;
import org.tocsin.delivery.channel.Outcome;
import org.tocsin.delivery.channel.Parcel;

/** Claims, sends, records: the sending is outside of any transaction. */
@ApplicationScoped
class Courier {

    private static final Logger LOG = Logger.getLogger(Courier.class);

    private final Claims claims;
    private final Outcomes outcomes;
    private final Destinations destinations;
    private final Instance<Channel> channels;
    private final DeliveryMetrics metrics;

    Courier(Claims claims, Outcomes outcomes, Destinations destinations, @Any Instance<Channel> channels,
            DeliveryMetrics metrics) {
        this.claims = claims;
        this.outcomes = outcomes;
        this.destinations = destinations;
        this.channels = channels;
        this.metrics = metrics;
    }

    void tryToDeliver(UUID delivery) {
        claims.take(delivery).ifPresent(claim -> {
            Outcome outcome = send(claim.parcel());
            LOG.infof("Delivery attempted delivery=%s attempt=%d outcome=%s", delivery, claim.attempt(),
                    outcome.getClass().getSimpleName());
            metrics.count(claim.parcel().destination(), outcome);
            outcomes.write(claim, outcome);
        });
    }

    private Outcome send(Parcel parcel) {
        try {
            return sent(parcel);
        } catch (RuntimeException e) {
            // Whatever it is, from a key file that is gone to a mistake of ours: the attempt must have an end with a
            // reason, and another must follow.
            LOG.errorf(e, "Delivery failed on our side delivery=%s", parcel.deliveryId());
            return new Outcome.Unanswered("Something failed on our side: " + e.getClass().getSimpleName() + ".");
        }
    }

    private Outcome sent(Parcel parcel) {
        return destinations.find(parcel.destination())
                .map(destination -> channel(destination.kind()).send(parcel))
                .orElseGet(() -> new Outcome.Refused("The destination is no longer configured here."));
    }

    private Channel channel(String kind) {
        return channels.stream()
                .filter(channel -> channel.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No channel speaks " + kind));
    }
}
