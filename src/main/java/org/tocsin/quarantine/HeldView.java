package org.tocsin.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.conditional.Tagged;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;

@Schema(name = "HeldReport", description = "A report in quarantine, and what was odd about its sender's token")
public record HeldView(
        UUID id,
        @Schema(description = "Whose it is") String organisation,
        @Schema(description = "The client that sent it") String client,
        @Schema(description = "expired, or not-yet-valid: what was wrong with the token's times, by our clock") String why,
        TokenView token,
        @Schema(description = "How the client proved its key: certificate or assertion") String proof,
        @Schema(description = "By our clock") Instant receivedAt,
        @Schema(description = "By the sender's clock, when it said so") @Nullable Instant sentAt,
        @Schema(description = "The report's own title") String title,
        @Schema(description = "held, accepting, accepted or refused") String state,
        @Schema(description = "Who decided") @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Schema(description = "Why it was refused") @Nullable String reason,
        @Schema(description = "The report that it became") @Nullable UUID report,
        @Schema(description = "What was sent; only where one is read, not in the list", implementation = Object.class) @Nullable JsonNode submission) implements Tagged {

    @Schema(name = "HeldToken", description = "The token's times, as it says itself")
    public record TokenView(@Nullable Instant issuedAt, @Nullable Instant notBefore, @Nullable Instant expiresAt) {
    }

    static HeldView listed(HeldReport held, Caller reader) {
        return of(held, reader, null);
    }

    static HeldView whole(HeldReport held, Caller reader) {
        return of(held, reader, Json.tree(held.body));
    }

    private static HeldView of(HeldReport held, Caller reader, JsonNode submission) {
        return new HeldView(held.id, held.organisation, held.client, held.why,
                new TokenView(held.issuedAt, held.notBefore, held.expiresAt), held.proof, held.receivedAt, held.sentAt,
                held.title, held.state,
                held.decidedBy == null || reader.seesAll() ? held.decidedBy : Role.LIAISON_TO_OPERATORS,
                held.decidedAt, held.reason, held.report, submission);
    }
}
