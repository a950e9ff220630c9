package org.tocsin.web.overload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what is in use of something scarce, in all and by owner, so that no owner can use it up for the others. */
final class Shares {

    private final long total;
    private final long perOwner;
    private final Map<String, Long> owned = new HashMap<>();
    private long used;

    /**
     * @param total    how much there is
     * @param perOwner how much of it one owner may have at once
     */
    Shares(long total, long perOwner) {
        this.total = total;
        this.perOwner = perOwner;
    }

    /** Takes so much for all of these owners, or nothing at all. */
    synchronized boolean take(long amount, List<String> owners) {
        if (used + amount > total || owners.stream().anyMatch(owner -> of(owner) + amount > perOwner)) {
            return false;
        }
        used += amount;
        owners.forEach(owner -> owned.merge(owner, amount, Long::sum));
        return true;
    }

    /** Gives back what was taken, with the same owners. */
    synchronized void give(long amount, List<String> owners) {
        used -= amount;
        owners.forEach(owner -> owned.computeIfPresent(owner, (name, has) -> has <= amount ? null : has - amount));
    }

    synchronized long used() {
        return used;
    }

    private long of(String owner) {
        return owned.getOrDefault(owner, 0L);
    }
}
