package org.tocsin.behalf;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of the reports that were filed on behalf. */
@Schema(name = "BehalfPage")
public record BehalfPage(
        @Schema(description = "Oldest first, without the calls themselves") List<BehalfView> items,
        @Schema(description = "Where the next part is; absent on the last") String next) {
}
