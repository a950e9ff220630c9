package org.tocsin.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tocsin.audit.TransparencyLog;
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
    private final TransparencyLog log;

    Receipts(Seal seal, TransparencyLog log, @ConfigProperty(name = "tocsin.instance.name") String issuer) {
        this.seal = seal;
        this.log = log;
        this.issuer = issuer;
    }

    /**
     * @param commitment of the audit entry that says that it came
     * @return a JWS (RFC 7515) whose payload is {@code {iss, report, revision, bodySha256, receivedAt, log, leaf}}
     */
    String receipt(Revision revision, byte[] commitment) {
        ObjectNode statement = Json.MAPPER.createObjectNode()
                .put("iss", issuer)
                .put("report", revision.report.toString())
                .put("revision", revision.number)
                .put("bodySha256", Sha256.hex(revision.digest))
                .put("receivedAt", Instants.write(revision.receivedAt))
                .put("log", log.origin())
                .put("leaf", TransparencyLog.leaf(commitment).hex());
        return seal.sign(Canonical.bytes(statement), TYPE);
    }
}
