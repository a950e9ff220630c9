package org.tocsin.limit;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether a request may go ahead, and how the shares stand that were asked.
 *
 * @param shares the client's own, and the organisation's when the own was not enough; none when nobody could be asked
 */
record Allowance(boolean granted, List<Share> shares) {

    String policy() {
        return shares.stream().map(Share::policy).collect(Collectors.joining(", "));
    }

    String standing() {
        return shares.stream().map(Share::standing).collect(Collectors.joining(", "));
    }

    /** Until one of the shares has enough; at least one second, which is the least that Retry-After can say. */
    long retryAfterSeconds() {
        Duration wait = shares.stream().map(Share::enough).min(Comparator.naturalOrder()).orElse(Duration.ZERO);
        return Math.max(1, Share.seconds(wait));
    }
}
