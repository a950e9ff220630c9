package org.tocsin.triage;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An offer to take over what somebody holds. */
@Schema(name = "Handover")
public record HandoverView(UUID id,
        @Schema(description = "The liaison who goes off shift") String offeredBy,
        @JsonIgnore @Nullable String offeredById,
        @Schema(description = "What the next one must know; once it is taken over it stands on the reports' timelines") String note,
        Instant offeredAt,
        @Schema(description = "Who took it over; absent while nobody has") @Nullable String takenBy,
        @Schema(description = "The references of the reports that are held, or were taken over") List<String> reports) {
}
