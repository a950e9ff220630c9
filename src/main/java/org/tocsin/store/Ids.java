package org.tocsin.store;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Optional;
import java.util.UUID;

/** Keys that are made here and not by the database: UUIDv7 (RFC 9562 section 5.7), so that inserts can be batched. */
public final class Ids {

    private Ids() {
    }

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** Empty for what cannot be one. */
    public static Optional<UUID> read(String written) {
        try {
            return Optional.of(UUID.fromString(written));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
