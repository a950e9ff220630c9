package org.tocsin.asset;

import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AssetEdgeTarget", minProperties = 1, description = "What the edge leads to: exactly one of ref, hostname, ip, clockIdentity, serial. "
        + "Whether it exists is not checked, for that would tell of other organisations' data.")
public record EdgeTarget(
        @Schema(pattern = AssetDocument.REF, maxLength = 64, examples = "org-a",
                description = "whose ref it is; only beside ref, and only when it is another organisation's")
        String organisation,
        @Schema(pattern = AssetDocument.REF, maxLength = 64, examples = "ntp-1", description = "its name in its organisation's inventory")
        String ref,
        @Schema(minLength = 1, maxLength = 253, examples = "ntp1.time.example", description = "its name in the DNS")
        String hostname,
        @Schema(minLength = 2, maxLength = 45, examples = "192.0.2.17", description = "its IPv4 or IPv6 address")
        String ip,
        @Schema(minLength = 16, maxLength = 40, examples = "00:1b:19:ff:fe:00:01:02", description = "its PTP clock identity (EUI-64)")
        String clockIdentity,
        @Schema(minLength = 1, maxLength = 100, description = "its serial number, as on the plate")
        String serial) {

    long count() {
        return Stream.of(ref, hostname, ip, clockIdentity, serial).filter(Objects::nonNull).count();
    }

    static EdgeTarget ref(String ref) {
        return new EdgeTarget(null, ref, null, null, null, null);
    }
}
