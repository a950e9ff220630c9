package org.tocsin.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

@ConfigMapping(prefix = "tocsin.duty")
interface DutyConfig {

    /** How long one contact has before the next is rung. */
    @WithDefault("10m")
    Duration escalateAfter();

    /** Who is rung, by name. */
    Map<String, Contact> contacts();

    interface Contact {

        /** The lowest is rung first. */
        @WithDefault("1")
        int order();

        Optional<String> mail();

        /** Where rings are posted. */
        Optional<URI> pager();

        /** What rings are signed with: whsec_ and base64. */
        Optional<String> secret();

        /** The body's form: tocsin, or pagerduty for the Events API v2. */
        @WithDefault("tocsin")
        String format();

        /** For pagerduty: the integration's key. */
        Optional<String> routingKey();
    }
}
