package org.tocsin.web.overload;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One place that was taken of some {@link Shares}. To give it back twice does nothing. */
final class Slot {

    private final Shares shares;
    private final List<String> owners;
    private final AtomicBoolean given = new AtomicBoolean();

    private Slot(Shares shares, List<String> owners) {
        this.shares = shares;
        this.owners = owners;
    }

    static Optional<Slot> of(Shares shares, List<String> owners) {
        return shares.take(1, owners) ? Optional.of(new Slot(shares, owners)) : Optional.empty();
    }

    void give() {
        if (given.compareAndSet(false, true)) {
            shares.give(1, owners);
        }
    }
}
