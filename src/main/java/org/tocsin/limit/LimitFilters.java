package org.tocsin.limit;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Every operation of the API takes one from its caller's share. The caller is known by then and has the role that is
 * needed: who is refused for that has cost no more than the check of a signature.
 */
class LimitFilters {

    private static final String API = "/api/";
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final Toll toll;
    private final SecurityIdentity identity;

    LimitFilters(Toll toll, SecurityIdentity identity) {
        this.toll = toll;
        this.identity = identity;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 100)
    void take(ContainerRequestContext request, ResourceInfo operation) {
        if (request.getUriInfo().getPath().startsWith(API) && !identity.isAnonymous()) {
            toll.pay(kind(request, operation), 1);
        }
    }

    @ServerResponseFilter
    void say(ContainerRequestContext request, ContainerResponseContext response) {
        if (!request.getUriInfo().getPath().startsWith(API)) {
            return;
        }
        toll.last().filter(allowance -> !allowance.shares().isEmpty()).ifPresent(allowance -> {
            response.getHeaders().putSingle("RateLimit-Policy", allowance.policy());
            response.getHeaders().putSingle("RateLimit", allowance.standing());
            if (!allowance.granted()) {
                response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, allowance.retryAfterSeconds());
            }
        });
    }

    private static Kind kind(ContainerRequestContext request, ResourceInfo operation) {
        if (operation.getResourceMethod().isAnnotationPresent(Heavy.class)) {
            return Kind.HEAVY;
        }
        return READS.contains(request.getMethod()) ? Kind.READING : Kind.FILING;
    }
}
