package org.tocsin.asset;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.web.paging.PartSize;

/** What an inventory lacks. */
@Path("/api/v1/assets:coverage")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory")
@APIResponse(responseCode = "403", description = "Wrong role, or an account without organisation")
public class CoverageResource {

    private final CurrentCaller caller;
    private final Coverage coverage;

    CoverageResource(CurrentCaller caller, Coverage coverage) {
        this.caller = caller;
        this.coverage = coverage;
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "getAssetCoverage", summary = "What the inventory lacks",
            description = "Assets that keep time without a current risk assessment, staff devices that are not kept as they should be, and assets "
                    + "that reports named and nobody has listed since. An operator learns of its own inventory and reports alone.")
    @APIResponse(responseCode = "200", description = "How many there are of each kind, and a part of those of one kind",
            content = @Content(schema = @Schema(implementation = CoveragePage.class)))
    @APIResponse(responseCode = "400", description = "Unusable gap, limit or page")
    @APIResponse(responseCode = "404", description = "Another organisation's")
    public CoveragePage coverage(
            @Parameter(description = "Which are listed: risk, posture or unlisted") @QueryParam("gap") @DefaultValue("risk") String gap,
            @Parameter(description = "Whose; for liaisons and auditors all if left out, else your own") @QueryParam("organisation") String organisation,
            @Parameter(description = "As an earlier part's next says") @QueryParam("after") String after,
            @Parameter(description = PartSize.DESCRIPTION, schema = @Schema(minimum = "1", maximum = "" + PartSize.LARGEST)) @QueryParam("limit") @DefaultValue("100") int limit) {
        return coverage.page(caller.get(), organisation, Gap.of(gap), after, PartSize.of(limit));
    }
}
