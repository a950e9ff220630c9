package org.tocsin.asset;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.limit.Heavy;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.web.overload.Expensive;
import org.tocsin.web.overload.LargeAnswer;

/** An inventory as a whole file, out. */
@Path("/api/v1/assets:export")
@BearerTokenAuthentication
@Tenant("api")
@Tag(name = "Inventory")
@APIResponse(responseCode = "403", description = "Wrong role, or an account without organisation")
public class ExportResource {

    private static final String CSV = "text/csv";
    private static final MediaType CSV_UTF_8 = new MediaType("text", "csv", "UTF-8");

    private final CurrentCaller caller;
    private final AssetExport exporting;

    ExportResource(CurrentCaller caller, AssetExport exporting) {
        this.caller = caller;
        this.exporting = exporting;
    }

    @GET
    @Heavy
    @Expensive
    @LargeAnswer
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "exportAssets", summary = "Export an inventory",
            description = "As JSON, or as CSV for who accepts text/csv. Importing it again changes nothing. A cell that a spreadsheet could take "
                    + "for a formula has an apostrophe before it, which the import takes off.")
    @APIResponse(responseCode = "200", description = "The whole inventory in the order of refs", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = AssetList.class)),
            @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))})
    @APIResponse(responseCode = "400", description = "A liaison or auditor who does not say whose")
    @APIResponse(responseCode = "404", description = "Another organisation's")
    public Response give(
            @Parameter(description = "Whose: needed for liaisons and auditors, your own if left out") @QueryParam("organisation") String organisation,
            @Context Request request) {
        boolean table = request.selectVariant(Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, CSV_UTF_8).build())
                .getMediaType().isCompatible(CSV_UTF_8);
        return table
                ? Response.ok(exporting.csv(caller.get(), organisation), CSV_UTF_8)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"inventory.csv\"").build()
                : Response.ok(exporting.json(caller.get(), organisation), MediaType.APPLICATION_JSON_TYPE).build();
    }
}
