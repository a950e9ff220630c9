package org.tocsin.asset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.Period;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "AssetRisk", description = "How things stand with the asset's risk assessment on the day of the report.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Risk(State state, @Nullable LocalDate assessedAt, @Nullable LocalDate reviewDueAt) {

    @Schema(name = "AssetRiskState", description = "overdue: the review's day has passed")
    public enum State {
        @JsonProperty("current") CURRENT,
        @JsonProperty("overdue") OVERDUE,
        @JsonProperty("never-assessed") NEVER_ASSESSED
    }

    static Risk of(AssetDocument asset, LocalDate today, Period holds) {
        LocalDate assessed = asset.riskAssessedAt();
        LocalDate due = asset.riskReviewDueAt() != null || assessed == null ? asset.riskReviewDueAt() : assessed.plus(holds);
        return new Risk(state(assessed, due, today), assessed, due);
    }

    private static State state(LocalDate assessed, LocalDate due, LocalDate today) {
        if (due != null && due.isBefore(today)) {
            return State.OVERDUE;
        }
        return assessed == null ? State.NEVER_ASSESSED : State.CURRENT;
    }
}
