package org.tocsin.question;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a liaison asks. */
@Schema(name = "Ask")
public record Ask(
        @Schema(required = true, minimum = "1", description = "The report's version that you decided on") Integer version,
        @Schema(required = true, maxLength = 4000, pattern = "\\S", description = "The question, as the operator will read it") String text,
        @Schema(maxLength = 300, pattern = "^(/([^~/]|~[01])*)+$",
                description = "The field that it is about, an RFC 6901 JSON Pointer into the submission, e.g. /impact/description; "
                        + "absent for a free question") String field,
        @Schema(description = "When the answer is wanted; shown to the operator") Instant answerBy,
        @Schema(description = "Whether the operator owes an answer; true if absent") Boolean owed,
        @Schema(maxLength = 4000, description = "A note for liaisons and auditors; the operator never sees it") String note) {

    boolean isOwed() {
        return owed == null || owed;
    }
}
