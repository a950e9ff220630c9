package org.tocsin.oversight;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.web.paging.Part;

@Schema(name = "LogPage", description = "A part of the audit log")
public record LogPage(
        @Schema(description = "Newest first, by their places") List<LogItem> items,
        @Schema(description = "Where the next part is, with the same filters; absent on the last") @Nullable String next,
        LogState log) implements Part<LogItem> {
}
