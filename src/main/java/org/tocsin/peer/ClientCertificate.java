package org.tocsin.peer;

import io.vertx.ext.web.RoutingContext;
import org.tocsin.party.ConnectionCertificate;
import org.tocsin.problem.Problem;

/** What /cert demands of a connection. */
final class ClientCertificate {

    private ClientCertificate() {
    }

    /** @throws Problem 403 when there is none: a plain connection, or a TLS client without one */
    static void demand(RoutingContext context) {
        if (ConnectionCertificate.of(context).isEmpty()) {
            throw new Problem(403, "no-client-certificate", "No client certificate",
                    "This is served over TLS with a client certificate only.");
        }
    }
}
