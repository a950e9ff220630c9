package org.tocsin.report.submission;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.asset.AssetReference;

/**
 * An asset of the sender, named by any of its identifiers. One that the inventory does not know is flagged, never
 * dropped.
 */
@Schema(minProperties = 1, description = "An asset, named by at least one of its identifiers")
public record AssetRef(
        @Schema(minLength = 1, maxLength = 100, description = "The inventory's own name for it")
        String ref,
        @Schema(maxLength = 253, pattern = "^[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9])?\\.?$",
                description = "Name in the DNS")
        String hostname,
        @Schema(description = "IPv4 or IPv6 address")
        IpAddress ip,
        @Schema(description = "PTP clock identity (EUI-64)")
        ClockIdentity clockIdentity,
        @Schema(minLength = 1, maxLength = 100, description = "Serial number, as on the plate")
        String serial
) {

    /** As the inventory is asked for it. */
    public AssetReference reference() {
        return new AssetReference(ref, hostname, ip == null ? null : ip.text(),
                clockIdentity == null ? null : clockIdentity.text(), serial);
    }
}
