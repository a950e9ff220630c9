package org.tocsin.time;

import java.time.Duration;
import java.time.Instant;

/**
 * Our clock and the machine's count of time at one moment. The count only goes up and knows no dates, so a step of the
 * clock shows as a difference between the two.
 *
 * @param nanos {@link System#nanoTime()}
 */
record Tick(Instant wall, long nanos) {

    /** How much further our clock went than time did; negative when it was set back. */
    Duration stepTo(Tick later) {
        return Duration.between(wall, later.wall).minusNanos(later.nanos - nanos);
    }
}
