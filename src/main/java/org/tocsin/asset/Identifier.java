package org.tocsin.asset;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AssetIdentifier", description = "One thing by which the asset is recognised when a report names it.")
public record Identifier(
        @Schema(required = true)
        IdentifierKind kind,
        @Schema(required = true, minLength = 1, maxLength = 253, examples = "ntp1.time.example",
                description = "hostname; IPv4 or IPv6 address; PTP clock identity as 16 hexadecimal digits with or "
                        + "without separators (IEEE 1588 clockIdentity); serial number; MAC address. Case, "
                        + "separators and the spelling of IPv6 do not matter.")
        String value) {
}
