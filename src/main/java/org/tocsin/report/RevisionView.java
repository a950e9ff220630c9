package org.tocsin.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.conditional.Tagged;
import org.tocsin.json.Json;
import org.tocsin.report.submission.Submission;
import org.tocsin.seal.Sha256;

/** A revision as it is shown. */
@Schema(name = "Revision")
public record RevisionView(
        @Schema(description = "Counted from 1") int number,
        @Schema(description = "early-warning, notification, …: as the submission has it") String stage,
        Instant receivedAt,
        @Schema(description = "The person or machine that sent it") String submittedBy,
        @Schema(description = "SHA-256 of the canonical body, hexadecimal") String bodySha256,
        @Schema(description = "Our signed receipt for it") String receipt,
        @Schema(description = "What is odd about the times in it") List<String> timeFlags,
        @Schema(description = "The sender's clock minus ours in seconds, when the request had a Date header",
                examples = "-3") @Nullable String senderSkewSeconds,
        @Schema(description = "What was reported, in canonical form", implementation = Submission.class) @Nullable JsonNode submission,
        @Schema(description = "When and why it was erased; then there is no submission, and digest and receipt stay") @Nullable ErasedView erased) implements Tagged {

    public static RevisionView of(Revision revision) {
        BigDecimal skew = revision.skewSeconds;
        return new RevisionView(revision.number, revision.stage, revision.receivedAt, revision.submittedBy,
                Sha256.hex(revision.digest), revision.receipt, Json.words(revision.timeFlags),
                skew == null ? null : skew.toPlainString(),
                revision.body == null ? null : Json.tree(revision.body), ErasedView.of(revision.erasedAt, revision.erasedWhy));
    }
}
