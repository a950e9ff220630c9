package org.tocsin.limit;

import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * How a share stands after a request.
 *
 * @param name       whose: "client" or "organisation"; "organisation-bytes" for its bytes of a day
 * @param quota      how much it is, for each window
 * @param left       how much of it is left
 * @param full       after how long it is whole again if nobody takes from it
 * @param enough     after how long there is enough for the request that was refused; zero when it was not
 * @param window     for how long the quota is
 */
record Share(String name, long quota, long left, Duration full, Duration enough, Duration window) {

    static Share of(String name, long perMinute, ConsumptionProbe probe) {
        return new Share(name, perMinute, Math.max(0, probe.getRemainingTokens()),
                Duration.ofNanos(probe.getNanosToWaitForReset()), Duration.ofNanos(probe.getNanosToWaitForRefill()), Buckets.WINDOW);
    }

    /** As an item of RateLimit-Policy (draft-ietf-httpapi-ratelimit-headers-10 section 3). */
    String policy() {
        return '"' + name + "\";q=" + quota + ";w=" + window.toSeconds();
    }

    /** As an item of RateLimit (section 4 there). */
    String standing() {
        return '"' + name + "\";r=" + left + ";t=" + seconds(full);
    }

    /** Rounded up: who comes back after that many whole seconds finds what it waited for. */
    static long seconds(Duration wait) {
        return wait.plusNanos(999_999_999).toSeconds();
    }
}
