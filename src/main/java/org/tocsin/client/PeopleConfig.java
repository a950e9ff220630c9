package org.tocsin.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "tocsin.people")
interface PeopleConfig {

    /** Our own account at the identity provider, which may manage the people of its realm and nothing else. */
    @WithDefault("tocsin-people")
    String account();

    /** Its secret. Without one, people are administered at the identity provider alone. */
    Optional<String> accountSecret();

    /** How long to wait for the identity provider. */
    @WithDefault("10s")
    Duration timeout();

    /** What somebody who is invited must do at the first sign-in, in Keycloak's words. */
    @WithDefault("UPDATE_PASSWORD,CONFIGURE_TOTP")
    List<String> requiredActions();
}
