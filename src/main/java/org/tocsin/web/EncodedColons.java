package org.tocsin.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * Some clients write the colon of {@code /api/v1/reports:batch} as {@code %3A}. Both mean the same here: a path of the
 * API that differs in nothing else is no other address (RFC 3986 section 3.3 allows the colon itself).
 */
@ApplicationScoped
class EncodedColons {

    private static final Pattern ENCODED = Pattern.compile("(?<=/api/v1/[a-z]{1,40})%3[aA](?=[a-z]{1,40}$)");

    void register(@Observes Filters filters) {
        filters.register(EncodedColons::reroute, FilterOrder.ENCODED_COLONS);
    }

    /** The path with its colon as it stands in our routes; the same path where there is none that is encoded. */
    static String decoded(String path) {
        return path.indexOf('%') < 0 ? path : ENCODED.matcher(path).replaceFirst(":");
    }

    private static void reroute(RoutingContext context) {
        String path = context.request().path();
        String decoded = decoded(path);
        if (decoded.equals(path)) {
            context.next();
            return;
        }
        String query = context.request().query();
        context.reroute(decoded + (query == null ? "" : "?" + query));
    }
}
