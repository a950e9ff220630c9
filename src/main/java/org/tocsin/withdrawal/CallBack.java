package org.tocsin.withdrawal;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A call that a liaison made to make sure. */
@Schema(name = "WithdrawalCallBack")
public record CallBack(
        @Schema(required = true, minimum = "1", description = "The withdrawal's number") Integer number,
        @Schema(required = true, maxLength = 40, pattern = "^\\+?[0-9][0-9 ()/.-]{2,38}$",
                description = "The number that was called: one that was known before, not one that the request gave") String called,
        @Schema(required = true, minLength = 1, maxLength = 200, description = "Who answered, by name") String answeredBy,
        @Schema(required = true, description = "When") Instant calledAt) {
}
