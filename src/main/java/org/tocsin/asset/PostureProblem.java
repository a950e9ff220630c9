package org.tocsin.asset;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with how a staff device is kept. What its management did not say is not held against it. */
public enum PostureProblem {
    @JsonProperty("unknown") UNKNOWN,
    @JsonProperty("not-managed") NOT_MANAGED,
    @JsonProperty("os-outdated") OS_OUTDATED,
    @JsonProperty("patch-overdue") PATCH_OVERDUE,
    @JsonProperty("no-strong-sign-in") NO_STRONG_SIGN_IN,
    @JsonProperty("no-screen-lock") NO_SCREEN_LOCK,
    @JsonProperty("not-encrypted") NOT_ENCRYPTED;

    /** A staff device without any posture is a problem of its own; other assets have none. */
    static List<PostureProblem> of(AssetDocument asset, LocalDate today, Period patchHolds) {
        Posture posture = asset.posture();
        if (posture == null) {
            return asset.kind().isStaffDevice() ? List.of(UNKNOWN) : List.of();
        }
        List<PostureProblem> problems = new ArrayList<>();
        denied(posture.managed(), NOT_MANAGED, problems);
        denied(posture.osUpToDate(), OS_OUTDATED, problems);
        if (posture.lastPatchedAt() != null && posture.lastPatchedAt().plus(patchHolds).isBefore(today)) {
            problems.add(PATCH_OVERDUE);
        }
        denied(posture.strongSignIn(), NO_STRONG_SIGN_IN, problems);
        denied(posture.screenLock(), NO_SCREEN_LOCK, problems);
        denied(posture.encrypted(), NOT_ENCRYPTED, problems);
        return problems;
    }

    private static void denied(Boolean kept, PostureProblem problem, List<PostureProblem> problems) {
        if (Boolean.FALSE.equals(kept)) {
            problems.add(problem);
        }
    }
}
