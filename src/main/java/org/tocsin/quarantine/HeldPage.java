package org.tocsin.quarantine;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "HeldPage")
public record HeldPage(
        @Schema(description = "Newest first") List<HeldView> items,
        @Schema(description = "Where the next part is; absent on the last") String next) {
}
