package org.tocsin.quarantine;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "HeldAnswer", description = "What is answered to a report that is held in quarantine")
public record HeldAnswer(
        @Schema(description = "Of the report in quarantine") UUID quarantine,
        @Schema(description = "By our clock") Instant receivedAt,
        @Schema(description = "expired or not-yet-valid, by our clock") String why,
        @Schema(description = "What happens next, for people") String next) {

    static HeldAnswer of(HeldReport held) {
        String wrong = held.why.equals(TokenTimes.EXPIRED) ? "has expired" : "is not valid yet";
        return new HeldAnswer(held.id, held.receivedAt, held.why, "By our clock your token " + wrong
                + ", so yours or ours is wrong. The report is kept, and a liaison decides on it. Check your clock. If it is urgent, "
                + "telephone the CERT. Once your tokens are good again you may send it again with the same Idempotency-Key: it is filed once.");
    }
}
