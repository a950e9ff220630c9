package org.tocsin.store;

import java.time.Duration;

/**
 * How the database was when it was last looked at.
 *
 * @param up    whether it answered
 * @param words what was wrong; empty when nothing was
 * @param at    when that was, in nanoseconds of the monotonic clock: the other one may be wrong
 */
record HealthSnapshot(boolean up, String words, long at) {

    /** Older than this it says nothing any more: whoever looks hangs, or is gone. */
    static final Duration STALE = Duration.ofSeconds(20);

    boolean isStale(long now) {
        return now - at > STALE.toNanos();
    }

    boolean isUp(long now) {
        return up && !isStale(now);
    }

    String words(long now) {
        return isStale(now) ? "nobody has looked for " + Duration.ofNanos(now - at).toSeconds() + " s" : words;
    }
}
