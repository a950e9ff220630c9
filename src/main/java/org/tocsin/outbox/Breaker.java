package org.tocsin.outbox;

import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.tocsin.time.RetryPlan;

/**
 * A circuit breaker for one destination. Closed: entries go out. Open, after some attempts in succession without an
 * answer: none does. When the pause is over, one goes out as a probe: an answer closes it, none opens it for longer.
 * It holds nothing that matters: entries are rows and wait there. Not for several threads at once; {@link Lanes} guards it.
 */
final class Breaker {

    private final int threshold;
    private final RetryPlan pauses;
    /** Monotonic, so that a clock that is set does not matter. */
    private final LongSupplier nanos;
    private final DoubleSupplier spread;

    private int unanswered;
    private boolean open;
    private boolean probing;
    private long openUntil;

    /** @param pauses the first and the longest time that it stays open */
    Breaker(int threshold, RetryPlan pauses, LongSupplier nanos, DoubleSupplier spread) {
        this.threshold = threshold;
        this.pauses = pauses;
        this.nanos = nanos;
        this.spread = spread;
    }

    boolean isOpen() {
        return open;
    }

    /** Nothing to remember: the last attempt was answered. */
    boolean isClean() {
        return !open && unanswered == 0;
    }

    /** Whether an attempt may begin now. */
    boolean admits() {
        return !open || !probing && openUntil - nanos.getAsLong() <= 0;
    }

    void begins() {
        probing = open;
    }

    /** An attempt that began was none: its entry was not there to be claimed. */
    void abandoned() {
        probing = false;
    }

    void ended(Verdict verdict) {
        if (verdict != Verdict.UNANSWERED) {
            unanswered = 0;
            open = false;
        } else if (!open || probing) { // others that were under way when it opened say nothing new
            unanswered++;
            if (unanswered >= threshold) {
                open = true;
                openUntil = nanos.getAsLong() + pauses.waitAfter(unanswered - threshold + 1, spread.getAsDouble()).toNanos();
            }
        }
        probing = false;
    }

    /** A person asks for it: the pause is over. */
    void probeNow() {
        openUntil = nanos.getAsLong();
    }
}
