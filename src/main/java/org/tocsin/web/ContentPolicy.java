package org.tocsin.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a page may load and where its forms may lead (Content Security Policy Level 3). */
@ApplicationScoped
class ContentPolicy {

    private final String pages;
    private final String framework;

    ContentPolicy(@ConfigProperty(name = "tocsin.issuer") URI issuer) {
        String origin = issuer.getScheme() + "://" + issuer.getRawAuthority();
        // form-action binds the redirects after a form too: signing out leads to the identity provider.
        this.pages = "default-src 'self'; form-action 'self' " + origin
                + "; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
        // Swagger UI, which is not there in production, writes scripts and styles into its page.
        this.framework = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
                + "img-src 'self' data:; connect-src 'self' " + origin
                + "; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
    }

    String of(String path) {
        return Paths.isOfFramework(path) ? framework : pages;
    }
}
