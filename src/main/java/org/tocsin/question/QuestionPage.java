package org.tocsin.question;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of the questions. */
@Schema(name = "QuestionPage")
public record QuestionPage(
        @Schema(description = "Oldest first") List<QuestionView> items,
        @Schema(description = "Where the next part is; absent on the last") String next) {
}
