package org.tocsin.asset;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.json.Body;
import org.tocsin.limit.Heavy;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.web.overload.Expensive;

/** An inventory as a whole file, in. A class of its own, for its path is no child of the inventory's. */
@Path("/api/v1/assets:import")
@BearerTokenAuthentication
@Tenant("api")
@Tag(name = "Inventory")
@APIResponse(responseCode = "403", description = "Wrong role, or an account without organisation")
public class ImportResource {

    private static final String CSV = "text/csv";

    private final CurrentCaller caller;
    private final AssetImport importing;

    ImportResource(CurrentCaller caller, AssetImport importing) {
        this.caller = caller;
        this.importing = importing;
    }

    @POST
    @Heavy
    @Expensive
    @Consumes({MediaType.APPLICATION_JSON, CSV})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR)
    @Operation(operationId = "importAssets", summary = "Import an inventory",
            description = "All of the file or nothing; the same file again changes nothing. Try it with dryRun=true first: it is answered with "
                    + "what would change. Up to 10 000 entries, 6 MiB, 200 columns. What the columns of a table say: docs/inventory.md.")
    @RequestBody(required = true, content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(anyOf = {AssetList.class, Object.class},
                    description = "AssetList; with format=netbox, what NetBox gives at /api/dcim/devices/"), examples = {
                            @ExampleObject(name = "two servers", value = AssetExamples.FILE),
                            @ExampleObject(name = "NetBox devices", summary = "With format=netbox", value = AssetExamples.NETBOX)}),
            @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING), examples = {
                            @ExampleObject(name = "table", value = AssetExamples.TABLE),
                            @ExampleObject(name = "NetBox table", summary = "With format=netbox", value = AssetExamples.NETBOX_TABLE)})})
    @APIResponse(responseCode = "200", description = "What changed, or would",
            content = @Content(schema = @Schema(implementation = ImportResult.class)))
    @APIResponse(responseCode = "400", description = "Neither JSON nor CSV, or an unusable parameter")
    @APIResponse(responseCode = "413", description = "Over 6 MiB")
    @APIResponse(responseCode = "415", description = "Neither application/json nor text/csv")
    @APIResponse(responseCode = "422", description = "Every fault at once, those of a table with line and column")
    public ImportResult take(
            @Parameter(description = "true: change nothing, say what would change", schema = @Schema(type = SchemaType.BOOLEAN))
            @QueryParam("dryRun") @DefaultValue("false") String dryRun,
            @Parameter(description = "merge: what the file does not name stays; replace: it is struck off", schema = @Schema(enumeration = {"merge", "replace"}))
            @QueryParam("mode") @DefaultValue("merge") String mode,
            @Parameter(description = "tocsin: as exported here; netbox: NetBox's devices", schema = @Schema(enumeration = {"tocsin", "netbox"}))
            @QueryParam("format") @DefaultValue("tocsin") String format,
            @Parameter(description = "Of a table's cells: comma, semicolon or tab; found out from its first line if left out",
                    schema = @Schema(enumeration = {"comma", "semicolon", "tab"}))
            @QueryParam("separator") String separator,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            InputStream body) {
        ImportOrder order = ImportOrder.of(dryRun, mode, format, contentType, separator);
        return importing.take(caller.get(), order, Body.bytes(body, ImportReader.BODY_BYTES));
    }
}
