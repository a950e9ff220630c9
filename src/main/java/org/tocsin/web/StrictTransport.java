package org.tocsin.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells browsers that came over TLS never to come without (RFC 6797). Over plain HTTP it must not be said (section 7.2). */
@ApplicationScoped
class StrictTransport {

    private final long seconds;

    StrictTransport(@ConfigProperty(name = "tocsin.hsts.max-age") Duration maxAge) {
        seconds = maxAge.toSeconds();
    }

    void register(@Observes Filters filters) {
        if (seconds > 0) {
            filters.register(this::say, FilterOrder.TRANSPORT);
        }
    }

    void say(RoutingContext context) {
        if (context.request().isSSL()) {
            context.response().putHeader("Strict-Transport-Security", "max-age=" + seconds);
        }
        context.next();
    }
}
