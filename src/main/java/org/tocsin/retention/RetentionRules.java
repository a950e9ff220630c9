package org.tocsin.retention;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long an organisation's things are kept. What is left out is as this instance has it for all. */
@Schema(name = "RetentionRules")
public record RetentionRules(
        @Schema(minimum = "1", maximum = "36500", description = "Days after a report was closed", examples = "1825") Integer closedReportsDays,
        @Schema(minimum = "1", maximum = "36500", description = "Days after a report was withdrawn, rejected or merged", examples = "365") Integer withdrawnReportsDays,
        @Schema(minimum = "1", maximum = "36500", description = "Days after the report came to its end, for its attachments", examples = "1095") Integer attachmentsDays,
        @Schema(minimum = "2", maximum = "36500", description = "Days after the first use of an Idempotency-Key", examples = "7") Integer idempotencyKeysDays) {

    Integer days(RetentionClass of) {
        return switch (of) {
            case CLOSED_REPORTS -> closedReportsDays;
            case WITHDRAWN_REPORTS -> withdrawnReportsDays;
            case ATTACHMENTS -> attachmentsDays;
            case IDEMPOTENCY_KEYS -> idempotencyKeysDays;
        };
    }
}
