package org.tocsin.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses what says that it is larger than anything we accept; the framework would do so without a word. */
@ApplicationScoped
class BodyLimit {

    private final RefusalBody refusals;
    private final long most;

    BodyLimit(RefusalBody refusals, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.refusals = refusals;
        this.most = most.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterOrder.BODY_LIMIT);
    }

    private void check(RoutingContext context) {
        if (length(context) <= most) {
            context.next();
            return;
        }
        // What it goes on to send is not read.
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        refusals.send(HttpProblems.of(413), context);
    }

    private static long length(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }
}
