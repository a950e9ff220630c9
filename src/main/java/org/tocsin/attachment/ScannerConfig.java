package org.tocsin.attachment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** ClamAV's daemon, where there is one. */
@ConfigMapping(prefix = "tocsin.attachments.clamav")
interface ScannerConfig {

    /** {@code host:port}, or {@code unix:/path/of/clamd.ctl}. Without it nothing is scanned, and files are marked so. */
    Optional<String> address();

    /** How long to wait for a connection, for room to write, for the verdict. */
    @WithDefault("60s")
    Duration timeout();

    /** The wait after the first failure; it doubles with each further one. */
    @WithDefault("5s")
    Duration firstRetry();

    /** The longest wait between two attempts. */
    @WithDefault("5m")
    Duration lastRetry();
}
