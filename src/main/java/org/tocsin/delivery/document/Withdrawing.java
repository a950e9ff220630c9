package org.tocsin.delivery.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How it stands with the withdrawal of a report, as one system tells it to another. */
@Schema(name = "CertWithdrawalPart")
public record Withdrawing(
        @Schema(required = true, description = "asked: not confirmed yet, treat the report as it stands. confirmed: it is withdrawn. "
                + "ended: it was asked and is not any more, the report stands") Course state,
        @Schema(required = true, minLength = 1, maxLength = 2000, description = "Why, in the words of who asked") String reason,
        @Schema(required = true, description = "When it was asked for") Instant askedAt,
        @Schema(description = "When it was confirmed or ended") Instant decidedAt) {

    public enum Course {
        @JsonProperty("asked") ASKED,
        @JsonProperty("confirmed") CONFIRMED,
        @JsonProperty("ended") ENDED
    }
}
