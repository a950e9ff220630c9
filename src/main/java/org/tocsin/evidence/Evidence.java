package org.tocsin.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A file of evidence (docs/audit.md). Bytes stand in base64, digests in hexadecimal. */
@Schema(description = "Everything that proves what became of a report. Bytes are base64 (RFC 4648 section 4), digests hexadecimal")
public record Evidence(
        @Schema(description = "tocsin-evidence/1") String format,
        Instant madeAt,
        EvidenceReport report,
        EvidenceLog log,
        @Schema(description = "The keys of our receipts, a JSON Web Key Set", implementation = Object.class) JsonNode receiptKeys,
        @Schema(description = "Every entry of the audit log about the report, in the log's order") List<EvidenceEntry> entries,
        @Schema(description = "What was said, oldest first") List<EvidenceRevision> revisions,
        @Schema(description = "What the inventory said about the revisions' assets when they came, as far as it is the reader's to see") List<EvidenceEnrichment> enrichments,
        @Schema(description = "What was sent, to whom, and what they answered") List<EvidenceDelivery> deliveries) {

    static final String FORMAT = "tocsin-evidence/1";

    @Schema(description = "Which report it is about")
    public record EvidenceReport(UUID id, @Schema(description = "What people call it") String reference,
            @Schema(description = "Whose it is") String organisation) {
    }

    @Schema(description = "The log as it was when the file was made")
    public record EvidenceLog(@Schema(description = "Its verifier keys (C2SP signed-note)") List<String> keys,
            @Schema(description = "A signed checkpoint (C2SP tlog-checkpoint), under which all entries are proved") String checkpoint,
            @Schema(description = "What a time-stamping authority said of the log; absent when none did since the report is in it") @Nullable EvidenceStamp stamp) {
    }

    @Schema(description = "A time stamp (RFC 3161) of an earlier checkpoint, the first that covers an entry about the report")
    public record EvidenceStamp(@Schema(description = "The checkpoint that was stamped: its text, without the signatures") String checkpoint,
            @Schema(description = "The hashes that prove that the log's checkpoint begins with it, each in base64 (RFC 6962 section 2.1.2)") List<String> consistency,
            @Schema(description = "The authority's token, over the SHA-256 of the checkpoint's text") String token) {
    }

    @Schema(description = "An entry of the log and the proof that it is in it")
    public record EvidenceEntry(
            @Schema(description = "Its place in the log, counted from 0") long index,
            @Schema(description = "32 bytes: SHA-256 of salt and content. The leaf is made of these") String commitment,
            @Schema(description = "The hashes that lead from the leaf to the root, each in base64 (RFC 6962 section 2.1.1)") List<String> path,
            @Schema(description = "Absent when it is not for this reader, or was erased") @Nullable Opened opened) {
    }

    @Schema(name = "EvidenceOpened", description = "What an entry says")
    public record Opened(@Schema(description = "32 random bytes") String salt,
            @Schema(description = "Canonical JSON (RFC 8785): the bytes that were hashed after the salt") String content) {
    }

    @Schema(description = "A revision of the report")
    public record EvidenceRevision(
            @Schema(description = "Counted from 1") int number,
            @Schema(description = "Canonical JSON (RFC 8785) as it was stored; absent when it was erased") @Nullable String body,
            @Schema(description = "SHA-256 of the body") String bodySha256,
            @Schema(description = "Our signed receipt") String receipt) {
    }

    @Schema(description = "What the inventory said about a revision's assets. The entry report.enriched of the log names its SHA-256")
    public record EvidenceEnrichment(
            @Schema(description = "Which revision") int revision,
            @Schema(description = "Whose view it is: operator or liaison") String audience,
            @Schema(description = "Canonical JSON (RFC 8785) as it was stored") String snapshot,
            @Schema(description = "What is hashed before the liaison's view. For liaisons and auditors") @Nullable String salt) {
    }

    @Schema(description = "One revision on its way to one destination")
    public record EvidenceDelivery(
            UUID id,
            @Schema(description = "Which revision") int revision,
            @Schema(description = "To whom") String destination,
            @Schema(description = "The exact bytes that were sent. For liaisons and auditors: they hold the liaison's assessment") @Nullable String document,
            @Schema(description = "SHA-256 of the bytes") String documentSha256,
            @Schema(description = "The destination's signed receipt, when there is one") @Nullable String receipt,
            @Schema(description = "The keys of its receipts as we know them, a JSON Web Key Set", implementation = Object.class) @Nullable JsonNode receiptKeys) {
    }
}
