package org.tocsin.web.overload;

import java.time.Duration;

/**
 * Decides when somebody whom we wait for is too slow. Only the time counts in which we did wait, so our own slowness is
 * nobody's fault. Over each window of waiting, a minimum must have moved. It knows no clock.
 */
final class Pace {

    private final long windowNanos;
    private final long leastBytes;
    private long waitedNanos;
    private long movedBytes;

    Pace(long bytesPerSecond, Duration window) {
        windowNanos = window.toNanos();
        leastBytes = (long) (bytesPerSecond * (windowNanos / 1e9));
    }

    void moved(long bytes) {
        movedBytes += bytes;
    }

    /** @return whether that was too long: a window of waiting is over, and less than the minimum moved in it */
    boolean waitedTooLong(long nanos) {
        waitedNanos += nanos;
        if (waitedNanos < windowNanos) {
            return false;
        }
        boolean tooSlow = movedBytes < leastBytes;
        waitedNanos = 0;
        movedBytes = 0;
        return tooSlow;
    }

    /** Until the window of waiting is over. */
    long nanosLeft() {
        return windowNanos - waitedNanos;
    }
}
