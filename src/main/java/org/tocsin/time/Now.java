package org.tocsin.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The service's own idea of the time, cut to microseconds, which is what the database keeps and
 * what is hashed. It is a claim like any other: nothing is ordered by it.
 */
@ApplicationScoped
public class Now {

    private final Clock clock;

    public Now() {
        this(Clock.systemUTC());
    }

    public Now(Clock clock) {
        this.clock = clock;
    }

    public Instant instant() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
