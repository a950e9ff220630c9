package org.tocsin.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.flipkart.zjsonpatch.DiffFlags;
import com.flipkart.zjsonpatch.JsonDiff;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.json.Json;
import org.tocsin.problem.Problem;
import org.tocsin.report.page.Change;
import org.tocsin.report.page.Changes;

/** What changed from one revision to another, for machines and for people. */
@Schema(name = "RevisionDiff")
public record RevisionDiff(
        @Schema(description = "The revision that is changed") int from,
        @Schema(description = "The revision that it becomes") int to,
        @Schema(description = "A JSON Patch (RFC 6902): applied to the submission of the one it gives that of the other",
                implementation = Object[].class) JsonNode patch,
        @Schema(description = "The same in words") List<Change> changes) {

    /** Copies and moves are shorter, and no reader sees what became of which. */
    private static final EnumSet<DiffFlags> PLAIN =
            EnumSet.of(DiffFlags.OMIT_COPY_OPERATION, DiffFlags.OMIT_MOVE_OPERATION);

    /** @throws Problem 410 when what one of them said has been erased */
    static RevisionDiff of(Revision from, Revision to) {
        List<Change> changes = Changes.between(from.submission(), to.submission());
        return new RevisionDiff(from.number, to.number, patch(Json.tree(from.body), Json.tree(to.body)), changes);
    }

    /** A JSON Patch (RFC 6902) without copies and moves. */
    public static JsonNode patch(JsonNode from, JsonNode to) {
        return JsonDiff.asJson(from, to, PLAIN);
    }
}
