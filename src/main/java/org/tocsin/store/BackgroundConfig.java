package org.tocsin.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The scheduler's own defaults are slow (polls every 10 s, notices a dead replica after 20 min). */
@ConfigMapping(prefix = "tocsin.background")
interface BackgroundConfig {

    /** How many tasks run at once on this replica. */
    @WithDefault("8")
    int threads();

    /** How often due work is looked for, beside the poll that is asked for after each commit. */
    @WithDefault("1s")
    Duration polling();

    /** How often a replica says that it lives; after four missed ones others take its work. */
    @WithDefault("5s")
    Duration heartbeat();

    /** How long a stopping replica waits for work in hand. */
    @WithDefault("10s")
    Duration shutdownWait();
}
