package org.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {

    @TempDir
    Path directory;

    @Test
    void serverAndGatewayAreOfTheDemosOwnAuthority() throws Exception {
        // Given
        Certificates certificates = Certificates.at(directory);

        // When
        validate(certificates.server(), certificates.authority());
        validate(certificates.gateway(), certificates.authority());

        // Then
        assertThat(Pem.certificate(certificates.server().certificate()).getSubjectAlternativeNames())
                .extracting(name -> name.get(1).toString())
                .containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
    }

    @Test
    void aStrangersCertificateDoesNotVerify() {
        // Given
        Certificates certificates = Certificates.at(directory);

        // When, Then
        assertThatThrownBy(() -> validate(certificates.stranger(), certificates.authority()))
                .isInstanceOf(CertPathValidatorException.class);
    }

    @Test
    void onlyTheOwnerMayReadThem() throws IOException {
        // Given
        Certificates certificates = Certificates.at(directory);
        certificates.signing("tocsin");
        certificates.gatewayAssertion();

        // When
        List<String> permissions;
        try (Stream<Path> files = Files.list(directory)) {
            permissions = files.map(CertificatesTest::permissions).distinct().toList();
        }

        // Then
        assertThat(permissions).containsExactly("rw-------");
    }

    @Test
    void aSecondStartKeepsWhatTheFirstMade() throws IOException {
        // Given
        Certificates first = Certificates.at(directory);
        byte[] server = Files.readAllBytes(first.server().certificate());
        String kid = first.signing("tocsin").read().getKeyId();

        // When
        Certificates second = Certificates.at(directory);

        // Then
        assertThat(Files.readAllBytes(second.server().certificate())).isEqualTo(server);
        assertThat(second.signing("tocsin").read().getKeyId()).isEqualTo(kid);
    }

    @Test
    void theKeysThatAreGivenAwayHoldNoPrivatePart() {
        // Given
        SigningKey key = Certificates.at(directory).signing("tocsin");

        // When
        String given = key.publicKeys();

        // Then
        assertThat(given).contains("\"crv\":\"Ed25519\"", key.read().getKeyId()).doesNotContain("\"d\":");
    }

    private static void validate(Certificates.Identity identity, Path authority) throws Exception {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(Pem.certificate(authority), null)));
        parameters.setRevocationEnabled(false);
        CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(Pem.certificate(identity.certificate())));
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
