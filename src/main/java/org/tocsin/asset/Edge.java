package org.tocsin.asset;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AssetEdge", description = "This asset takes time from, depends on, is hosted on, is managed by, or administers another one.")
public record Edge(
        @Schema(required = true)
        EdgeType type,
        @Schema(required = true)
        EdgeTarget to) {
}
