package org.tocsin.time;

import java.time.Duration;

/**
 * When to try again: the wait doubles with each failure up to a longest one, and is spread over the
 * upper half of itself, so that a destination that comes back is not met by all at once.
 */
public record RetryPlan(Duration first, Duration longest) {

    private static final int DOUBLINGS = 30;

    /**
     * @param failures how many attempts have failed, at least one
     * @param spread   a random number from 0 to 1
     */
    public Duration waitAfter(int failures, double spread) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        Duration capped = doubled.compareTo(longest) > 0 ? longest : doubled;
        long millis = capped.toMillis();
        return Duration.ofMillis(millis / 2 + (long) (millis / 2 * spread));
    }

    /** What was refused will not be taken a second later; a person may have to act first. */
    public Duration waitAfterRefusal(double spread) {
        return waitAfter(DOUBLINGS, spread);
    }
}
