package org.tocsin.peer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.report.State;

/** How a submission stands at the receiving side. */
@Schema(name = "SubmissionStatus")
public record SubmissionStatus(
        @Schema(description = "Ours, as the answer to the submission said") String submissionId,
        State state,
        @Schema(description = "The case number") String caseReference,
        @Schema(description = "What is still asked") List<String> openQuestions) {
}
