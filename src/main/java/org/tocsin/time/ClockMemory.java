package org.tocsin.time;

import java.time.Instant;
import java.util.Optional;

/** Remembers over restarts when the clock counted as right. A room with a database does it. */
public interface ClockMemory {

    /** The last moment that was kept, by whichever replica; nothing before the first. */
    Optional<Instant> last();

    /** @param right by our clock, at which it counted as right */
    void keep(Instant right);
}
