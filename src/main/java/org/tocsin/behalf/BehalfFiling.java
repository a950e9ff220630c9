package org.tocsin.behalf;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.report.submission.Submission;

/** What a liaison files for a caller. */
@Schema(name = "BehalfFiling")
public record BehalfFiling(
        @Schema(required = true, minLength = 1, maxLength = 100, description = "Whose report it is: the organisation's id", examples = "org-a")
        String organisation,
        @Schema(required = true, description = "Who called") Call.Person caller,
        @Schema(required = true, description = "When the call began") Instant calledAt,
        @Schema(description = "How the caller was called back; absent: not yet") Call.Back callBack,
        @Schema(maxItems = 100, description = "What was said when. Odd orders are flagged, never refused") List<Call.Statement> statements,
        @Schema(required = true, description = "The report itself, as the operator would have filed it; an early warning is enough")
        Submission submission) {

    public BehalfFiling {
        statements = statements == null ? List.of() : List.copyOf(statements);
    }

    Call.Kept call() {
        return new Call.Kept(caller, calledAt, statements);
    }
}
