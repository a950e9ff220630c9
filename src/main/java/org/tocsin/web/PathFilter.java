package org.tocsin.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.tocsin.problem.Problem;

/**
 * Refuses every request whose address cannot be one of ours, before authentication and routing. They read some spellings
 * differently: with {@code /api;x/v1/triage} a session cookie opened the API (CVE-2026-39852; CVE-2026-50559 is the same with
 * escapes).
 */
@ApplicationScoped
class PathFilter {

    private final RefusalBody refusals;

    PathFilter(RefusalBody refusals) {
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterOrder.PATH);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        RequestTarget.flaw(request.uri(), request.path()).ifPresentOrElse(
                flaw -> refusals.sendUnread(problem(flaw), context), context::next);
    }

    /** Not a word of what was sent: who reads it may not be who sent it. */
    private static Problem problem(RequestTarget.Flaw flaw) {
        return new Problem(400, "bad-address", "Unusable address", switch (flaw) {
            case PATH -> "No address here has such a path: paths have letters, digits and - . _ : between single slashes, and no other escape than %3A.";
            case QUERY -> "The query of the address cannot be read: an escape is broken, is no UTF-8 or is %00, or a character stands there that must be escaped.";
        });
    }
}
