package org.tocsin.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.conditional.Tagged;
import org.tocsin.json.Json;

@Schema(name = "Client", description = "A machine client or peer, as it is wanted here")
public record ClientView(
        @Schema(description = "Its OAuth client id", examples = "sensor-harbour-1") String id,
        @Schema(description = "What people call it") String title,
        @Schema(description = "Whose it is") String organisation,
        @Schema(description = "sensor or peer") String role,
        @Schema(description = "secret, key or certificate") String proof,
        @Schema(description = "The public key, a JSON Web Key", implementation = Object.class) @Nullable JsonNode key,
        @Nullable CertificateView certificate,
        @Schema(description = "enrolled, or cut-off: then no token of it is good here, whatever it says") String state,
        @Nullable Instant cutOffSince,
        @Schema(description = "in-step, or pending: the identity provider could not be reached yet and will be brought to this")
        String identityProvider,
        @Schema(description = "The administrator") String enrolledBy,
        Instant enrolledAt) implements Tagged {

    @Schema(name = "ClientCertificate")
    public record CertificateView(
            @Schema(description = "RFC 4514") String subject,
            @Schema(description = "Of the whole certificate, hexadecimal") String sha256,
            Instant until,
            @Schema(description = "Whole days; negative when it has ended") long daysLeft) {
    }

    static ClientView of(Client client, Instant now) {
        return new ClientView(client.id, client.title, client.organisation, client.role, client.proof,
                client.key == null ? null : Json.tree(client.key.getBytes(StandardCharsets.UTF_8)),
                client.certificate == null ? null : certificate(client.certificate, now),
                client.isCutOff() ? "cut-off" : "enrolled", client.cutOffSince,
                client.isInStep() ? "in-step" : "pending",
                client.enrolledBy, client.enrolledAt);
    }

    private static CertificateView certificate(String pem, Instant now) {
        EnrolledCertificate certificate = EnrolledCertificate.read(pem).orElseThrow();
        return new CertificateView(certificate.subject(), certificate.sha256(), certificate.until(),
                Duration.between(now, certificate.until()).toDays());
    }
}
