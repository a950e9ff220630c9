package org.tocsin.client;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ClientPage")
public record ClientPage(
        @Schema(description = "In the order of their ids") List<ClientView> items,
        @Schema(description = "Where the next part is; absent on the last") String next) {
}
