package org.tocsin.peer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.delivery.document.CertDocument;
import org.tocsin.delivery.document.Withdrawing;
import org.tocsin.report.Confidence;
import org.tocsin.report.Confirmation;
import org.tocsin.report.Grade;
import org.tocsin.report.OnBehalf;
import org.tocsin.report.submission.Severity;
import org.tocsin.report.submission.Submission;

/** The document of the CERT intake protocol, as it is received; {@link CertDocument} renders it. */
@Schema(name = "CertSubmission", description = "One revision of a report, as one system hands it to another")
public record CertSubmission(
        @Schema(required = true, pattern = "^urn:tocsin:cert-submission:1$", maxLength = 40,
                description = "The version of this document's form") String schema,
        @Schema(required = true) ReportPart report,
        @Schema(required = true) OperatorPart operator,
        @Schema(required = true, description = "What the operator reported") Submission submission,
        @Schema(description = "What the operator's inventory knows of the assets", implementation = Object.class) JsonNode enrichment,
        @Schema(description = "When a liaison of the sending side filed it for a caller on the telephone") OnBehalfPart filedOnBehalf,
        @Schema(description = "The sending side's liaison's") AssessmentPart assessment,
        @Schema(description = "When its withdrawal is asked for, confirmed or no more asked for") Withdrawing withdrawal) {

    @Schema(name = "CertReportPart")
    public record ReportPart(
            @Schema(required = true, maxLength = 36, pattern = UUID_FORM, description = "The report's id there") String id,
            @Schema(required = true, minLength = 1, maxLength = 40, description = "Its name for people there") String reference,
            @Schema(required = true, minimum = "1", maximum = "1000000", description = "Counted from 1") Integer revision,
            @Schema(required = true) Instant receivedAt,
            @Schema(required = true, maxLength = 64, pattern = "^[0-9a-f]{64}$",
                    description = "SHA-256 of the submission's canonical form (RFC 8785), hexadecimal") String bodySha256,
            @Schema(required = true, maxLength = 4000, description = "The receipt that the operator got") String receipt) {
    }

    @Schema(name = "CertOperatorPart")
    public record OperatorPart(
            @Schema(required = true, minLength = 1, maxLength = 100, description = "As the sending side names it") String id,
            @Schema(required = true, minLength = 1, maxLength = 200, description = "For people") String name) {
    }

    @Schema(name = "CertOnBehalfPart")
    public record OnBehalfPart(
            @Schema(required = true, minLength = 1, maxLength = 200, description = "Who called, by the name that was given") String caller,
            @Schema(required = true, minLength = 1, maxLength = 200, description = "Who took the call: a role") String takenBy,
            @Schema(required = true, description = "When it was filed, by the sender's clock") Instant takenAt,
            @Schema(description = "When the caller was called back; absent: not yet") Instant calledBackAt,
            @Schema(required = true, description = "What the operator's own account had said of it when the document was made")
            Confirmation confirmation,
            @Schema(description = "When it said so") Instant decidedAt,
            @Schema(maxLength = 2000, description = "Why it is contested") String reason) {

        /** As it is kept here, for this report. */
        void mark(OnBehalf mark) {
            mark.caller = caller;
            mark.takenBy = takenBy;
            mark.takenAt = takenAt;
            mark.calledBackAt = calledBackAt;
            mark.confirmation = confirmation;
            mark.decidedAt = decidedAt;
            mark.reason = reason;
        }
    }

    @Schema(name = "CertAssessmentPart")
    public record AssessmentPart(Severity severity,
            @Schema(description = "How sure that liaison is; left out when not said") Confidence confidence,
            @Schema(minLength = 2, maxLength = 2, pattern = Grade.PATTERN, examples = "B2", description = "The report as information, in the Admiralty system: "
                    + "A to F for its source, 1 to 6 for what it says; left out when not said") String grade,
            @Schema(maxLength = 100, description = "At random, so that the digest of the document does not tell the assessment to who knows the rest of it") String salt) {
    }

    static final String UUID_FORM = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";
}
