package org.tocsin.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.tocsin.problem.Problem;

/** What holds for every page, whoever answers it: what it may load, that nobody keeps it, who may send to it. */
@ApplicationScoped
class PageFilters {

    private static final String SIGN_OUT = "/sign-out";

    private final ContentPolicy policy;
    private final RefusalBody refusals;

    PageFilters(ContentPolicy policy, RefusalBody refusals) {
        this.policy = policy;
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::headers, FilterOrder.PAGE_HEADERS);
        filters.register(this::sameOrigin, FilterOrder.SAME_ORIGIN);
    }

    private void headers(RoutingContext context) {
        String path = context.normalizedPath();
        if (!Paths.isForMachines(path) || Paths.isOfFramework(path)) {
            context.response().putHeader("Content-Security-Policy", policy.of(path));
            context.addHeadersEndHandler(ended -> {
                boolean chosen = context.response().headers().contains(HttpHeaders.CACHE_CONTROL);
                if (!chosen && !Paths.isFile(path)) {
                    context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                }
                if (Paths.isOfDocs(path)) {
                    // It opens the sign-in in a window of its own and must hear from it.
                    context.response().putHeader("Cross-Origin-Opener-Policy", "unsafe-none");
                }
            });
        }
        context.next();
    }

    private void sameOrigin(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (context.normalizedPath().equals(SIGN_OUT) && !HttpMethod.POST.equals(request.method())) {
            // A link or a picture on somebody's page must not sign anyone out.
            refusals.send(HttpProblems.of(405), context);
            return;
        }
        String host = request.authority() == null ? null : request.authority().toString();
        if (Paths.isForMachines(context.normalizedPath()) || SameOrigin.allows(request.method(),
                request.getHeader("Sec-Fetch-Site"), request.getHeader(HttpHeaders.ORIGIN), host)) {
            context.next();
            return;
        }
        refusals.send(new Problem(403, "cross-site", "Sent from elsewhere",
                "This was sent from a page that is not ours, so nothing was done."), context);
    }
}
