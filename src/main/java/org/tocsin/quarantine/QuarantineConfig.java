package org.tocsin.quarantine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "tocsin.quarantine")
interface QuarantineConfig {

    /** How many of one client's reports are held at once. */
    @WithDefault("20")
    int perClient();
}
