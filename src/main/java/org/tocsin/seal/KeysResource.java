package org.tocsin.seal;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/.well-known/tocsin-keys.json")
@Tag(name = "Keys")
public class KeysResource {

    private final Seal seal;

    KeysResource(Seal seal) {
        this.seal = seal;
    }

    @GET
    @PermitAll
    @Produces("application/jwk-set+json")
    @Operation(operationId = "getReceiptKeys", summary = "The public keys that verify our receipts",
            description = "A JSON Web Key Set (RFC 7517 section 5). Keep a copy: a receipt should be checked "
                    + "against keys that were fetched before it was needed.")
    @APIResponse(responseCode = "200", description = "The keys",
            content = @Content(schema = @Schema(implementation = PublishedKeys.class)))
    @APIResponse(responseCode = "401", description = "The token of a client that was cut off")
    public String keys() {
        return seal.publicKeys();
    }
}
