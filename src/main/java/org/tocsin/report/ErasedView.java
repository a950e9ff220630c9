package org.tocsin.report;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That something is not there any more, and why. */
@Schema(name = "Erased")
public record ErasedView(Instant at, @Schema(description = "Why it was erased") String because) {

    /** @return null when it is there */
    static ErasedView of(Instant at, String because) {
        return at == null ? null : new ErasedView(at, because);
    }
}
