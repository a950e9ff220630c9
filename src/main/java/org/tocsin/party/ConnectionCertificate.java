package org.tocsin.party;

import io.vertx.ext.web.RoutingContext;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.tocsin.seal.Sha256;

/** The certificate that the other end of a connection proved to have; the TLS layer has checked its chain. */
public record ConnectionCertificate(X509Certificate certificate) {

    /** @return nothing on a plain connection, and for a TLS client without one */
    public static Optional<ConnectionCertificate> of(RoutingContext context) {
        SSLSession session = context.request().connection().sslSession();
        try {
            Certificate[] chain = session == null ? new Certificate[0] : session.getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate own
                    ? Optional.of(new ConnectionCertificate(own)) : Optional.empty();
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }

    /** As a token that is bound to it names it: {@code x5t#S256} (RFC 8705 section 3.1). */
    public String thumbprint() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest());
    }

    /** 64 hexadecimal digits. */
    public String sha256() {
        return Sha256.hex(digest());
    }

    private byte[] digest() {
        try {
            return Sha256.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that TLS has read cannot be written", e);
        }
    }
}
