package org.tocsin.client;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.tocsin.seal.Sha256;

/** The certificate that a client shows. */
record EnrolledCertificate(X509Certificate certificate) {

    /** @return nothing when it is not one certificate in PEM (RFC 7468), or has a private key with it */
    static Optional<EnrolledCertificate> read(String pem) {
        if (pem.contains("PRIVATE KEY") || pem.split("-----BEGIN CERTIFICATE-----", -1).length != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EnrolledCertificate((X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))));
        } catch (CertificateException notACertificate) {
            return Optional.empty();
        }
    }

    /** RFC 4514, which is what RFC 8705 section 2.1.2 compares. */
    String subject() {
        return certificate.getSubjectX500Principal().getName();
    }

    Instant until() {
        return certificate.getNotAfter().toInstant();
    }

    /** 64 hexadecimal digits. */
    String sha256() {
        try {
            return Sha256.hex(Sha256.of(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read cannot be written", e);
        }
    }
}
