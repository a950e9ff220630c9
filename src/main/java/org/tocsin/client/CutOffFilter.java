package org.tocsin.client;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.tocsin.party.BearerToken;
import org.tocsin.party.Binding;
import org.tocsin.problem.Problem;

/** Refuses a client that was cut off wherever it shows a token, also where none is needed. */
class CutOffFilter {

    private final CutOffs cutOffs;
    private final SecurityIdentity identity;

    CutOffFilter(CutOffs cutOffs, SecurityIdentity identity) {
        this.cutOffs = cutOffs;
        this.identity = identity;
    }

    /** @throws Problem 401 for a client that was cut off */
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 1)
    void refuse(ResourceInfo operation, RoutingContext connection) {
        String client = operation.getResourceMethod().isAnnotationPresent(PermitAll.class) ? said(connection) : verified();
        if (client != null && cutOffs.has(client)) {
            throw new Problem(401, "cut-off", "Client is cut off",
                    "This client was cut off by an administrator: no token of it is good here, also none that has not expired. "
                            + "Ask this instance's administrator.");
        }
    }

    private String verified() {
        return identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim("azp") : null;
    }

    /** Nothing is verified where no token is needed: who says falsely to be a client that was cut off shuts out itself alone. */
    private static String said(RoutingContext connection) {
        return BearerToken.of(connection.request()).map(Binding::claims).map(claims -> claims.path("azp").asText(null)).orElse(null);
    }
}
