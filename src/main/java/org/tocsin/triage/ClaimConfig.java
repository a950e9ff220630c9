package org.tocsin.triage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "tocsin.triage")
public interface ClaimConfig {

    /** After so long without any activity a claimed report goes back to the queue, unless it waits for the operator; 0 for never. */
    @WithDefault("12h")
    Duration claimKept();

    /** How often claims are looked through. */
    @WithDefault("5m")
    Duration claimRounds();
}
