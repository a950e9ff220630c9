package org.tocsin.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tocsin.audit.AuditTrail;
import org.tocsin.audit.Committed;
import org.tocsin.audit.Stamps;
import org.tocsin.audit.TransparencyLog;
import org.tocsin.audit.log.Hash;
import org.tocsin.audit.log.TlogProof;
import org.tocsin.audit.log.VerifierKey;
import org.tocsin.delivery.Deliveries;
import org.tocsin.delivery.Delivery;
import org.tocsin.delivery.DeliveryConfig;
import org.tocsin.delivery.Destinations;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.problem.Problem;
import org.tocsin.report.Enriched;
import org.tocsin.report.Enrichments;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.report.Revision;
import org.tocsin.report.Revisions;
import org.tocsin.seal.Seal;
import org.tocsin.seal.Sha256;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/**
 * Puts together what proves a report's story. What the reader may see is read with the reader's own sight, so that what is
 * opened cannot be more; of all other entries about the report only the commitments are read.
 */
@ApplicationScoped
public class EvidenceGathering {

    private record Seen(Evidence.EvidenceReport report, List<Committed> open, List<Evidence.EvidenceRevision> revisions,
            List<Evidence.EvidenceEnrichment> enrichments, List<Evidence.EvidenceDelivery> deliveries) {
    }

    private final Transactions transactions;
    private final Reports reports;
    private final Revisions revisions;
    private final Enrichments enrichments;
    private final Deliveries deliveries;
    private final Destinations destinations;
    private final AuditTrail trail;
    private final TransparencyLog log;
    private final Stamps stamps;
    private final Seal seal;
    private final Now now;

    EvidenceGathering(Transactions transactions, Reports reports, Revisions revisions, Enrichments enrichments, Deliveries deliveries, Destinations destinations,
            AuditTrail trail, TransparencyLog log, Stamps stamps, Seal seal, Now now) {
        this.transactions = transactions;
        this.reports = reports;
        this.revisions = revisions;
        this.enrichments = enrichments;
        this.deliveries = deliveries;
        this.destinations = destinations;
        this.trail = trail;
        this.log = log;
        this.stamps = stamps;
        this.seal = seal;
        this.now = now;
    }

    /**
     * @param number of the revision whose receipt names the entry
     * @throws Problem 404 when the report, or that revision of it, is not there for the caller; 409 as long as no checkpoint covers it
     */
    public TlogProof proof(Caller caller, String name, int number) {
        return transactions.seeing(caller.sight(), () -> {
            Revision revision = revisions.visible(caller, name, number);
            Optional<Hash> leaf = leaf(revision);
            if (leaf.isEmpty() && number > 1) {
                throw Problem.notFound("entry");
            }
            return transactions.widenedToTheEnd(() -> leaf.map(each -> log.prove(revision.report, each))
                    .orElseGet(() -> log.prove(revision.report).map(all -> all.get(0)))
                    .orElseThrow(EvidenceGathering::notYet));
        });
    }

    /** What the receipt (JWS, RFC 7515 section 3.1) names; nothing of a report without such a receipt, whose first entry is meant. */
    private static Optional<Hash> leaf(Revision revision) {
        return Optional.ofNullable(revision.receipt)
                .map(receipt -> Json.tree(Base64.getUrlDecoder().decode(receipt.split("\\.")[1])).path("leaf").asText())
                .filter(Predicate.not(String::isEmpty))
                .map(hex -> Hash.of(HexFormat.of().parseHex(hex)));
    }

    /** @throws Problem 404 when the report is not the caller's to see, 409 as long as no checkpoint covers all of it */
    public Evidence evidence(Caller caller, String name) {
        return transactions.seeing(caller.sight(), () -> {
            Seen seen = seen(caller, reports.visible(caller, name));
            return transactions.widenedToTheEnd(() -> proved(seen));
        });
    }

    /** With every entry about the report, of which those that were not seen stay closed. */
    private Evidence proved(Seen seen) {
        List<TlogProof> proofs = log.prove(seen.report().id()).orElseThrow(EvidenceGathering::notYet);
        Map<Hash, Committed> open = seen.open().stream().filter(Committed::isOpen)
                .collect(Collectors.toMap(entry -> Hash.of(entry.commitment()), Function.identity()));
        TlogProof first = proofs.get(0);
        Evidence.EvidenceLog logNow = new Evidence.EvidenceLog(log.keys().stream().map(VerifierKey::written).toList(), first.note().written(),
                stamps.over(first.index(), first.note()).map(EvidenceGathering::stamp).orElse(null));
        return new Evidence(Evidence.FORMAT, now.instant(), seen.report(), logNow, Json.tree(seal.publicKeys().getBytes()),
                proofs.stream().map(proof -> entry(proof, open)).toList(), seen.revisions(), seen.enrichments(),
                seen.deliveries());
    }

    private static Evidence.EvidenceStamp stamp(Stamps.Stamp stamp) {
        return new Evidence.EvidenceStamp(stamp.checkpoint().text(), stamp.consistency().stream().map(Hash::base64).toList(), base64(stamp.token()));
    }

    private static Problem notYet() {
        return Problem.conflict("not-in-the-log-yet", "Not in the log yet",
                "It is stored, and no checkpoint of the audit log covers it yet. Ask again in a moment.").retryAfter(1);
    }

    private Seen seen(Caller caller, Report report) {
        List<Revision> all = revisions.of(report);
        Map<UUID, Enriched> enriched = enrichments.of(all, caller.seesAll() ? Enriched.LIAISON : Enriched.OPERATOR);
        return new Seen(new Evidence.EvidenceReport(report.id, report.reference, report.organisation),
                trail.committed(report.id),
                all.stream().map(EvidenceGathering::revision).toList(),
                all.stream().filter(revision -> enriched.containsKey(revision.id)).map(revision -> enrichment(revision, enriched.get(revision.id))).toList(),
                deliveries.of(report).stream().map(delivery -> delivery(delivery, caller.seesAll())).toList());
    }

    private static Evidence.EvidenceEntry entry(TlogProof proof, Map<Hash, Committed> open) {
        byte[] commitment = proof.extra().orElseThrow();
        Committed opened = open.get(Hash.of(commitment));
        return new Evidence.EvidenceEntry(proof.index(), base64(commitment), proof.path().stream().map(Hash::base64).toList(),
                opened == null ? null : new Evidence.Opened(base64(opened.salt()), base64(opened.content())));
    }

    private static Evidence.EvidenceRevision revision(Revision revision) {
        return new Evidence.EvidenceRevision(revision.number, base64(revision.body), Sha256.hex(revision.digest), revision.receipt);
    }

    private static Evidence.EvidenceEnrichment enrichment(Revision revision, Enriched view) {
        return new Evidence.EvidenceEnrichment(revision.number, view.audience, base64(view.snapshot), base64(view.salt));
    }

    private Evidence.EvidenceDelivery delivery(Delivery delivery, boolean seesAll) {
        return new Evidence.EvidenceDelivery(delivery.id, delivery.revisionNumber, delivery.destination,
                seesAll ? base64(delivery.document) : null, Sha256.hex(delivery.digest), delivery.receipt,
                delivery.receipt == null ? null : receiptKeys(delivery.destination));
    }

    /** @return null when the destination is not configured any more, or its keys cannot be read: its receipt is given all the same */
    private JsonNode receiptKeys(String destination) {
        return destinations.find(destination).map(DeliveryConfig.Destination::receiptKeys).map(EvidenceGathering::read).orElse(null);
    }

    private static JsonNode read(Path keys) {
        try {
            return Json.tree(Files.readAllBytes(keys));
        } catch (IOException gone) {
            return null;
        }
    }

    private static String base64(byte[] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }
}
