package org.tocsin.asset;

import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "AssetReference", minProperties = 1, description = "Names an asset in a report by whatever the reporter knows of it; at least one of these. "
        + "What the inventory does not know is kept and flagged.")
public record AssetReference(
        @Schema(minLength = 1, maxLength = 100, examples = "ntp-1", description = "the reporting organisation's own name for it")
        @Nullable String ref,
        @Schema(minLength = 1, maxLength = 253, examples = "ntp1.time.example", description = "its name in the DNS")
        @Nullable String hostname,
        @Schema(minLength = 2, maxLength = 45, examples = "192.0.2.17", description = "its IPv4 or IPv6 address")
        @Nullable String ip,
        @Schema(minLength = 16, maxLength = 40, examples = "00:1b:19:ff:fe:00:01:02", description = "its PTP clock identity (EUI-64)")
        @Nullable String clockIdentity,
        @Schema(minLength = 1, maxLength = 100, description = "its serial number, as on the plate")
        @Nullable String serial) {

    public static AssetReference ref(String ref) {
        return new AssetReference(ref, null, null, null, null);
    }

    public boolean namesNothing() {
        return Stream.of(ref, hostname, ip, clockIdentity, serial).allMatch(Objects::isNull);
    }
}
