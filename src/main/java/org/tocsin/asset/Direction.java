package org.tocsin.asset;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AssetDirection", description = "up: what the asset leans on; down: what leans on it")
public enum Direction {
    @JsonProperty("up") UP,
    @JsonProperty("down") DOWN
}
