package org.tocsin.client;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.tocsin.problem.Problem;

/** Wherever a token is good for anything, that of a client that was cut off is not. */
class CutOffFilter {

    private final CutOffs cutOffs;
    private final SecurityIdentity identity;

    CutOffFilter(CutOffs cutOffs, SecurityIdentity identity) {
        this.cutOffs = cutOffs;
        this.identity = identity;
    }

    /** @throws Problem 401 for a client that was cut off */
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 1)
    void refuse(ResourceInfo operation) {
        // Where no token is needed none is looked at, so that a bad one does no harm there.
        if (!operation.getResourceMethod().isAnnotationPresent(PermitAll.class)
                && identity.getPrincipal() instanceof JsonWebToken token && cutOffs.has(token.getClaim("azp"))) {
            throw new Problem(401, "cut-off", "Client is cut off",
                    "This client was cut off by an administrator: no token of it is good here, also none that has not expired. "
                            + "Ask this instance's administrator.");
        }
    }
}
