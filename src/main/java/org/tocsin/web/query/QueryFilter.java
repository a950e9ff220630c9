package org.tocsin.web.query;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.tocsin.problem.Fault;
import org.tocsin.web.Paths;

/**
 * Looks at the query before an operation does anything. A parameter that is passed over is dangerous: an import that was
 * meant to be tried (dry_run for dryRun) was carried out.
 */
class QueryFilter {

    private static final Set<HttpMethod> LOOKS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    /** After the caller is known, may do this, and has paid for it. */
    private static final int AFTER_LIMITS = Priorities.AUTHORIZATION + 200;

    private final QueryFaults forReaders;
    private final Map<Method, KnownQuery> known = new ConcurrentHashMap<>();

    QueryFilter(QueryFaults forReaders) {
        this.forReaders = forReaders;
    }

    /**
     * @return where a page is without the parameters that it does not know; nothing to go on
     * @throws org.tocsin.problem.Problem 400 with all that is wrong, for machines
     */
    @ServerRequestFilter(priority = AFTER_LIMITS)
    Optional<Response> check(ResourceInfo operation, UriInfo uri, RoutingContext context) {
        String query = context.request().query();
        if (query == null || query.isEmpty()) {
            return Optional.empty();
        }
        Method method = operation.getResourceMethod();
        KnownQuery own = known.computeIfAbsent(method, KnownQuery::of);
        if (!Paths.isForMachines(uri.getPath())) {
            // What a form sends is dealt with, whatever hangs on its address: a redirect would lose what was typed.
            return LOOKS.contains(context.request().method())
                    ? PageQuery.cleaned(query, own.names()).map(kept -> elsewhere(context.request().path(), kept)) : Optional.empty();
        }
        List<Fault> faults = own.faults(uri.getQueryParameters());
        if (method.isAnnotationPresent(ReadsQuery.class)) {
            forReaders.found(faults);
        } else if (!faults.isEmpty()) {
            throw KnownQuery.refusal(faults);
        }
        return Optional.empty();
    }

    /** As text, for it must stay as it was written; it cannot lead to another host, as its path was checked. */
    private static Response elsewhere(String path, String query) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, query.isEmpty() ? path : path + "?" + query)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
