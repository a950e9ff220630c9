package org.tocsin.behalf;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;

/** What the operator says of a report that was filed on its behalf. */
@Schema(name = "BehalfConfirmation")
public record ConfirmationAct(
        @Schema(required = true, description = "true: it is right. false: it is not, or it is not yours") Boolean right,
        @Schema(maxLength = 2000, pattern = "\\S", description = "Why it is not; the liaison reads it. Needed when right is false") String reason) {

    /** @throws Problem 422 when it contests without a reason */
    ConfirmationAct complete() {
        if (!right && reason == null) {
            throw Problem.invalid("confirmation", List.of(new Fault("/reason", "missing",
                    "Say why the report is not right, so that the liaison knows what to do.")));
        }
        return this;
    }
}
