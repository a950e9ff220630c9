package org.tocsin.report.submission;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who can be asked about this report, at any hour. */
@Schema(minProperties = 1, description = "Who can be asked about this report")
public record Contact(
        @Schema(maxLength = 200, description = "Person or desk")
        String name,
        @Schema(maxLength = 200, description = "Function, e.g. duty engineer")
        String role,
        @Schema(maxLength = 254, pattern = "^[^@\\s]+@[^@\\s]+$", description = "Mail address")
        String email,
        @Schema(maxLength = 40, pattern = "^[+0-9][0-9 ()./-]*$", description = "Telephone number with country code")
        String phone,
        @Schema(maxLength = 300,
                description = "When and how to reach them, e.g. out of band if mail is suspected to be read")
        String availability
) {
}
