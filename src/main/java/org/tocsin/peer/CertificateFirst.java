package org.tocsin.peer;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.tocsin.problem.Problem;

/**
 * Nothing under /cert is served without a client certificate. Asked before the token is looked at, for
 * a token that is bound to a certificate says nothing on a connection that has none, and the sender
 * would be told that it is the token that is wrong.
 */
class CertificateFirst {

    private static final String CERT = "/cert/";

    /** @throws Problem 403 on a plain connection, and for a TLS client without certificate */
    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    void demandCertificate(ContainerRequestContext request, RoutingContext connection) {
        if (request.getUriInfo().getPath().startsWith(CERT)) {
            ClientCertificate.demand(connection);
        }
    }
}
