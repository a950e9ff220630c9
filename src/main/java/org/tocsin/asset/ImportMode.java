package org.tocsin.asset;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an import does with entries that the file does not name. */
@Schema(description = "merge: what the file does not name stays; replace: it is struck off")
public enum ImportMode {
    @JsonProperty("merge") MERGE,
    @JsonProperty("replace") REPLACE
}
