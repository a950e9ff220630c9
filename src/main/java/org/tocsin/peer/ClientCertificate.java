package org.tocsin.peer;

import io.vertx.ext.web.RoutingContext;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.tocsin.problem.Problem;

/** The certificate that the other end of the connection proved to have; the TLS layer has checked its chain. */
final class ClientCertificate {

    private ClientCertificate() {
    }

    /** @throws Problem 403 when there is none: a plain connection, or a TLS client without one */
    static X509Certificate demand(RoutingContext context) {
        return find(context.request().connection().sslSession())
                .orElseThrow(() -> new Problem(403, "no-client-certificate", "No client certificate",
                        "This is served over TLS with a client certificate only."));
    }

    private static Optional<X509Certificate> find(SSLSession session) {
        try {
            Certificate[] chain = session == null ? new Certificate[0] : session.getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate own ? Optional.of(own) : Optional.empty();
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }
}
