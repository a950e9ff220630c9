package org.tocsin.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import org.tocsin.web.Speech;

/**
 * Tells operators how a delivery stands and what they can do. It is made of the state and the kind of trouble alone: what an attempt
 * failed of, and when the next one is, say something of the destination and of us.
 */
@ApplicationScoped
class DeliveryAdvice {

    private final long longestWaitMinutes;

    DeliveryAdvice(Pace pace) {
        this.longestWaitMinutes = Math.max(1, pace.lastRetry().plusSeconds(59).toMinutes());
    }

    /** @return null when nothing is left to be said */
    String about(Delivery delivery) {
        if (delivery.state.equals(Delivery.DELIVERED)) {
            return null;
        }
        if (delivery.state.equals(Delivery.GIVEN_UP)) {
            return Speech.of("advice_given_up");
        }
        if (delivery.trouble == null) {
            return Speech.of("advice_on_its_way");
        }
        return Speech.of(delivery.trouble.equals(Delivery.REFUSED) ? "advice_refused" : "advice_unavailable", longestWaitMinutes);
    }
}
