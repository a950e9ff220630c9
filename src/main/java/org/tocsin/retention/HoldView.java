package org.tocsin.retention;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Hold")
public record HoldView(UUID id, @Schema(description = "The organisation's id") String organisation,
        @Schema(description = "Absent: everything of the organisation is held") @Nullable UUID report,
        @Schema(description = "Why it is held, up to 1000 characters") String reason, @Schema(description = "The account that placed it") String placedBy, Instant placedAt) {

    static HoldView of(Hold hold) {
        return new HoldView(hold.id, hold.organisation, hold.report, hold.reason, hold.placedBy, hold.placedAt);
    }
}
