package org.tocsin.asset;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AssetPosture", description = "How well a staff device is kept, as its management last saw it. What is left out is unknown.")
public record Posture(
        @Schema(description = "enrolled in device management")
        Boolean managed,
        @Schema(description = "runs a version of its operating system that is still supported and current")
        Boolean osUpToDate,
        @Schema(description = "day of the last security update", examples = "2026-11-03")
        LocalDate lastPatchedAt,
        @Schema(description = "its user signs in with something that cannot be phished: passkey, smart card")
        Boolean strongSignIn,
        @Schema(description = "locks itself")
        Boolean screenLock,
        @Schema(description = "its storage is encrypted")
        Boolean encrypted) {

    static final Posture UNKNOWN = new Posture(null, null, null, null, null, null);
}
