package org.tocsin.news;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.web.paging.Part;

/** A part of the changes. */
@Schema(name = "ChangePage")
public record ChangePage(
        @Schema(description = "In the order in which they happened") List<ChangeView> items,
        @Schema(description = "Where to go on, always there: what comes later will be found there",
                examples = "/api/v1/changes?limit=100&wait=25&after=MTcgb3duIG9yZy1h") String next,
        @Schema(description = "Whether more is there already") boolean more) implements Part<ChangeView> {
}
