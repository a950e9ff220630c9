package org.tocsin.asset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.web.paging.Part;

@Schema(name = "AssetCoverage", description = "Where the inventory, or the care for what is in it, has gaps.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CoveragePage(
        @Schema(description = "the day in UTC by which due days were judged")
        LocalDate today,
        Counts counts,
        Gap gap,
        @Schema(description = "the gaps of the kind that was asked for, in an order that stays")
        List<Item> items,
        @Schema(description = "where the next part is; absent on the last")
        @Nullable String next) implements Part<CoveragePage.Item> {

    @Schema(name = "AssetCoverageCounts")
    public record Counts(
            @Schema(description = "assets that keep time: clocks, time servers, grandmasters, boundary clocks, GNSS receivers, transmitters")
            int keepTime,
            @Schema(description = "of them, without a current risk assessment")
            int risk,
            @Schema(description = "workstations and mobile devices")
            int staffDevices,
            @Schema(description = "of them, not kept as they should be, or unknown")
            int posture,
            @Schema(description = "assets that reports named and nobody has listed since; looked for in the last 1 000 reports")
            int unlisted) {
    }

    @Schema(name = "AssetCoverageItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            @Schema(description = "whose it is; of an unlisted one, whose report named it")
            String organisation,
            @Schema(description = "which entry; absent of an unlisted one")
            @Nullable String ref,
            @Schema(description = "what people call it; absent of an unlisted one")
            @Nullable String name,
            @Nullable AssetKind kind,
            @Schema(description = "whom to call about it")
            @Nullable String ownerContact,
            @Nullable Risk risk,
            @Schema(description = "what is wrong with how it is kept")
            @Nullable List<PostureProblem> postureProblems,
            @Schema(description = "how reports named it; absent of a listed one")
            @Nullable AssetReference reference,
            @Schema(description = "how many reports named it; absent of a listed one")
            @Nullable Integer reports,
            @Schema(description = "the reference of the last report that named it", examples = "TOC-7K3M-Q9XW-Y")
            @Nullable String lastReport,
            @Nullable Instant lastNamedAt) {
    }
}
