package org.tocsin.time;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "tocsin.time")
interface TimeConfig {

    /** The program that says how the chronyd of this host is doing. */
    @WithDefault("chronyc")
    String chronyc();

    /** Servers that are asked by SNTP, as host or host:port: three at least, of different keepers. */
    Optional<List<String>> sources();

    /** How often all of them are asked. */
    @WithDefault("1m")
    Duration every();

    /** How long one of them may take. */
    @WithDefault("2s")
    Duration timeout();

    /** A step of our clock, or a difference to the sources, beyond this raises an alarm. */
    @WithDefault("1s")
    Duration limit();

    /** How far a clock that nobody confirms may be, at a start, from when it counted as right last. */
    @WithDefault("24h")
    Duration longestAbsence();

    /** A moment at which a person has looked at the clock and found it right: a clock that is near it is believed at a start. */
    Optional<Instant> confirmed();
}
