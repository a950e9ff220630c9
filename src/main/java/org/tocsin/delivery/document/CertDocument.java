package org.tocsin.delivery.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tocsin.json.Canonical;
import org.tocsin.json.Instants;
import org.tocsin.json.Json;
import org.tocsin.report.OnBehalf;
import org.tocsin.report.Report;
import org.tocsin.report.Revision;
import org.tocsin.seal.Sha256;

/**
 * What a CERT gets of one revision: whose it is, what was reported, what the operator's own inventory
 * knows of the assets, and the liaison's assessment. What other organisations told us is not in it. What of it its operator may
 * read: {@link ForOperators}.
 */
public final class CertDocument {

    public static final String SCHEMA = "urn:tocsin:cert-submission:1";

    private CertDocument() {
    }

    /**
     * @param operator    the reporting organisation's name
     * @param enrichment  the operator's own snapshot; null when the report names no assets
     * @param onBehalf    that a liaison filed it for a caller; null when the operator filed it itself
     * @param withdrawing how it stands with its withdrawal; null when nobody asks for one
     * @return canonical JSON (RFC 8785)
     */
    public static byte[] render(Report report, Revision revision, String operator, JsonNode enrichment, OnBehalf onBehalf,
            Withdrawing withdrawing) {
        ObjectNode document = Json.MAPPER.createObjectNode();
        document.put("schema", SCHEMA);
        document.putObject("report")
                .put("id", report.id.toString())
                .put("reference", report.reference)
                .put("revision", revision.number)
                .put("receivedAt", Instants.write(revision.receivedAt))
                .put("bodySha256", Sha256.hex(revision.digest))
                .put("receipt", revision.receipt);
        document.putObject("operator")
                .put("id", report.organisation)
                .put("name", operator);
        document.set("submission", Json.tree(revision.content()));
        if (enrichment != null) {
            document.set("enrichment", enrichment);
        }
        if (onBehalf != null) {
            document.set("filedOnBehalf", filedOnBehalf(onBehalf));
        }
        if (report.liaisonSeverity != null) {
            document.set("assessment", assessment(report));
        }
        if (withdrawing != null) {
            document.set("withdrawal", Json.MAPPER.valueToTree(withdrawing));
        }
        return Canonical.bytes(document);
    }

    private static JsonNode assessment(Report report) {
        ObjectNode part = Json.MAPPER.createObjectNode().put("severity", report.liaisonSeverity);
        if (report.liaisonConfidence != null) {
            part.put("confidence", report.liaisonConfidence);
        }
        if (report.liaisonGrade != null) {
            part.put("grade", report.liaisonGrade);
        }
        if (report.liaisonSalt != null) {
            part.put("salt", report.liaisonSalt);
        }
        return part;
    }

    /** Whoever reads the document must know that nobody of the operator's signed in for it, and whether someone has since. */
    private static JsonNode filedOnBehalf(OnBehalf mark) {
        ObjectNode part = Json.MAPPER.createObjectNode()
                .put("caller", mark.caller)
                .put("takenBy", mark.takenBy)
                .put("takenAt", Instants.write(mark.takenAt))
                .put("confirmation", mark.confirmation.code());
        if (mark.calledBackAt != null) {
            part.put("calledBackAt", Instants.write(mark.calledBackAt));
        }
        if (mark.decidedAt != null) {
            part.put("decidedAt", Instants.write(mark.decidedAt));
        }
        if (mark.reason != null) {
            part.put("reason", mark.reason);
        }
        return part;
    }
}
