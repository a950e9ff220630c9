package org.tocsin.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The server that takes our mail; application.properties hands these on to the mailer. */
@ConfigMapping(prefix = "tocsin.mail")
interface MailConfig {

    /** Without it no mail is sent at all. */
    Optional<String> host();

    @WithDefault("587")
    int port();

    /** REQUIRED, OPTIONAL or DISABLED. */
    @WithDefault("REQUIRED")
    String startTls();

    Optional<String> user();

    Optional<String> password();

    /** Whom mail comes from. */
    @WithDefault("tocsin@localhost")
    String from();
}
