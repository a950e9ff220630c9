package org.tocsin.asset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "AssetMatch", description = "An inventory entry that a reference of the report fits.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Match(
        @Schema(description = "what fitted: ref, hostname, ip, clock, serial")
        List<String> by,
        Listed asset,
        @Schema(description = "where it stands")
        @Nullable String site,
        @Schema(description = "whom to call about it")
        @Nullable String ownerContact,
        @Nullable TimeScale timeScale,
        @Nullable Risk risk,
        @Schema(description = "of a staff device: what is wrong with how it is kept")
        @Nullable List<PostureProblem> postureProblems,
        @Schema(description = "days since the entry was last written; an old entry may be wrong")
        long entryAgeDays,
        @Schema(description = "upstream, nearest first, through any number of others")
        @Nullable List<TimeSource> timeSources,
        @Schema(description = "from what it can be changed")
        @Nullable List<Administrator> administrators,
        @Schema(description = "what takes time from it, depends on it or is hosted on it, through any number of others")
        @Nullable Reach downstream,
        @Schema(description = "what can be changed from here, and everything downstream of that; left out where nothing can")
        @Nullable Reach exposed) {
}
