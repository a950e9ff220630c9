package org.tocsin.report.submission;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the incident does to others; NIS2 Art. 23(4)(b) asks for a first assessment of it. */
public record Impact(
        @Schema(maxItems = Limits.SERVICES, description = "Services affected")
        List<Line> services,
        @Schema(minimum = "0", description = "How many users or downstream systems")
        Long usersAffected,
        @Schema(maxItems = Limits.SECTORS, description = "Sectors affected")
        List<Sector> sectors,
        @Schema(maxLength = 5000, description = "What it means in words")
        String description
) {

    public Impact {
        services = services == null ? List.of() : List.copyOf(services);
        sectors = sectors == null ? List.of() : List.copyOf(sectors);
    }
}
