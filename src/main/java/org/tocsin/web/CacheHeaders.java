package org.tocsin.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Says of every answer what it depends on (RFC 9110 section 12.5.5), and of every answer to a machine that nobody keeps it: it may hold a secret. Only
 * what GET has given a tag may be kept, by its reader alone, and is asked for again each time. What an answer says itself stands.
 */
@ApplicationScoped
class CacheHeaders {

    private static final String KEPT_BY_NOBODY = "no-store";
    private static final String ASKED_AGAIN = "private, no-cache";

    void register(@Observes Filters filters) {
        filters.register(this::headers, FilterOrder.CACHING);
    }

    private void headers(RoutingContext context) {
        context.addHeadersEndHandler(sent -> complete(context.normalizedPath(), context.request().method(), context.response().headers()));
        context.next();
    }

    static void complete(String path, HttpMethod method, MultiMap answer) {
        answer.add(HttpHeaders.VARY, "Accept-Encoding");
        if (!Paths.isForMachines(path)) {
            // A page or a problem document, in the reader's language.
            answer.add(HttpHeaders.VARY, "Accept").add(HttpHeaders.VARY, "Accept-Language");
        }
        if (Paths.isOfTokens(path) && !answer.contains(HttpHeaders.CACHE_CONTROL)) {
            boolean read = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
            answer.set(HttpHeaders.CACHE_CONTROL, read && answer.contains(HttpHeaders.ETAG) ? ASKED_AGAIN : KEPT_BY_NOBODY);
        }
    }
}
