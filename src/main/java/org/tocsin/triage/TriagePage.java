package org.tocsin.triage;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of the queue. */
@Schema(name = "TriagePage")
public record TriagePage(
        @Schema(description = "Most pressing first, then oldest first") List<TriageItem> items,
        @Schema(description = "Where the next part is; absent on the last") String next) {
}
