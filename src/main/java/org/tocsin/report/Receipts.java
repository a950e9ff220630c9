package org.tocsin.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tocsin.json.Canonical;
import org.tocsin.json.Instants;
import org.tocsin.json.Json;
import org.tocsin.seal.Seal;
import org.tocsin.seal.Sha256;

/** Our word, signed, that we hold a revision: what it was and when it came. */
@ApplicationScoped
public class Receipts {

    static final String TYPE = "tocsin-receipt+jws";

    private final Seal seal;
    private final String issuer;

    Receipts(Seal seal, @ConfigProperty(name = "tocsin.instance.name") String issuer) {
        this.seal = seal;
        this.issuer = issuer;
    }

    /** @return a JWS (RFC 7515) whose payload is {@code {iss, report, revision, bodySha256, receivedAt}} */
    String receipt(UUID report, int revision, byte[] digest, Instant receivedAt) {
        ObjectNode statement = Json.MAPPER.createObjectNode()
                .put("iss", issuer)
                .put("report", report.toString())
                .put("revision", revision)
                .put("bodySha256", Sha256.hex(digest))
                .put("receivedAt", Instants.write(receivedAt));
        return seal.sign(Canonical.bytes(statement), TYPE);
    }
}
