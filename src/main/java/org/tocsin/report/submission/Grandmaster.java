package org.tocsin.report.submission;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a grandmaster announces: the inputs of the best master clock algorithm (IEEE 1588). A cloned identity leaves it
 * unchanged.
 */
public record Grandmaster(
        @Schema(description = "Clock identity (EUI-64)")
        ClockIdentity clockIdentity,
        @Schema(minimum = "0", maximum = "255", description = "Priority 1; G.8275.1 does not look at it")
        Integer priority1,
        @Schema(minimum = "0", maximum = "255",
                description = "Clock class, e.g. 6 locked, 7 holdover, 140 to 160 degraded, 248 free-running")
        Integer clockClass,
        @Schema(pattern = "^0x[0-9A-Fa-f]{2}$", maxLength = 4, description = "Clock accuracy as hex, e.g. 0x21")
        String clockAccuracy,
        @Schema(minimum = "0", maximum = "65535", description = "Offset scaled log variance")
        Integer offsetScaledLogVariance,
        @Schema(minimum = "0", maximum = "255", description = "Priority 2")
        Integer priority2,
        @Schema(maxLength = 100, description = "Source address of its messages")
        String address
) {
}
