package org.tocsin.asset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "AssetAdministrator", description = "A device or service from which the asset can be changed, and the person behind it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Administrator(
        Listed asset,
        @Schema(description = "whom to call about it")
        @Nullable String ownerContact,
        @Schema(description = "what is wrong with how the device is kept; empty when nothing is known to be")
        @Nullable List<PostureProblem> postureProblems) {
}
