package org.tocsin.asset;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "UpstreamTimeSource", description = "Something that the asset has its time from, directly or through others.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimeSource(
        @Schema(description = "the source, when the inventory has it")
        @Nullable Listed asset,
        @Schema(description = "what the edge names, when the inventory has nothing by that name", examples = "org-a/ntp-1")
        @Nullable String unlisted,
        @Schema(description = "edges between it and the asset of the report")
        int distance,
        Risk.@Nullable State risk) {

    static TimeSource listed(Node node, int distance, Risk risk) {
        return new TimeSource(Listed.of(node, distance), null, distance, risk == null ? null : risk.state());
    }

    static TimeSource unlisted(Handle handle, int distance) {
        return new TimeSource(null, handle.name(), distance, null);
    }
}
