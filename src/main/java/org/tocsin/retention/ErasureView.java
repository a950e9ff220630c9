package org.tocsin.retention;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Erasure")
public record ErasureView(UUID report, @Schema(description = "The report's name for people", examples = "TOC-7K3M-Q9XW-Y") String reference, Instant at,
        @Schema(description = "Why, as it is shown wherever something is missing") String because) {
}
