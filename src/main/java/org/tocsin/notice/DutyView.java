package org.tocsin.notice;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.conditional.Tagged;

/** A page as it is shown. */
@Schema(name = "DutyPage")
public record DutyView(
        UUID id,
        @Schema(description = "early-warning or critical", examples = "early-warning") String reason,
        @Schema(description = "ringing; acknowledged by someone; or ended, for the report was claimed or is no longer open",
                examples = "ringing") String state,
        @Schema(description = "How often someone was rung") int rings,
        @Schema(description = "Who was rung last; absent before the first ring") @Nullable String lastContact,
        @Schema(description = "When the next one is rung, while it is ringing") @Nullable Instant nextRingAt,
        Instant raisedAt,
        @Nullable Instant endedAt,
        @Schema(description = "Who acknowledged it or claimed the report") @Nullable String endedBy,
        Paged report) implements Tagged {

    @Schema(name = "PagedReport")
    public record Paged(UUID id, @Schema(description = "The report's name for people", examples = "TOC-7K3M-Q9XW-Y") String reference, @Schema(description = "The organisation's id") String organisation) {
    }

    static DutyView of(DutyPage page, @Schema(description = "The report's name for people") String reference, String lastContact) {
        return new DutyView(page.id, page.reason, page.state, page.rings, lastContact, page.isRinging() ? page.nextRingAt : null,
                page.raisedAt, page.endedAt, page.endedBy, new Paged(page.report, reference, page.organisation));
    }
}
