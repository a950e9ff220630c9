package org.tocsin.retention;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import io.quarkus.vertx.http.Uncompressed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.tocsin.conditional.Precondition;
import org.tocsin.json.Body;
import org.tocsin.limit.Heavy;
import org.tocsin.party.Caller;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.web.overload.Expensive;
import org.tocsin.web.overload.LargeAnswer;

@Path("/api/v1/organisations/{id}")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keep and erase")
@APIResponse(responseCode = "404", description = "There is no such organisation, or it is not yours")
public class RetentionResource {

    private static final Body<RetentionRules> RULES = new Body<>(RetentionRules.class);
    private static final Body<Reason> REASON = new Body<>(Reason.class);

    private final CurrentCaller caller;
    private final Rules rules;
    private final Holds holds;
    private final OrganisationExport export;

    RetentionResource(CurrentCaller caller, Rules rules, Holds holds, OrganisationExport export) {
        this.caller = caller;
        this.rules = rules;
        this.holds = holds;
        this.export = export;
    }

    @GET
    @Path("/retention")
    @RolesAllowed({Role.OPERATOR, Role.AUDITOR, Role.ADMIN})
    @Operation(operationId = "getRetentionRules", summary = "How long an organisation's things are kept", description = "Operators see their own organisation's.")
    @APIResponse(responseCode = "200", description = "The rules", content = @Content(schema = @Schema(implementation = RetentionView.class)))
    public RetentionView retention(@Parameter(description = "The organisation's id") @PathParam("id") String id) {
        return rules.of(caller.get(), id);
    }

    @PUT
    @Path("/retention")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN)
    @Operation(operationId = "putRetentionRules", summary = "Set how long an organisation's things are kept",
            description = "Replaces all of its rules. What is left out is as this instance has it for all. "
                    + "It counts for the next nightly run: look at the preview first.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RetentionRules.class),
            examples = @ExampleObject(name = "Ten years, files for two", value = "{\"closedReportsDays\": 3650, \"attachmentsDays\": 730}")))
    @APIResponse(responseCode = "200", description = "Set", content = @Content(schema = @Schema(implementation = RetentionView.class)))
    public RetentionView set(@Parameter(description = "The organisation's id") @PathParam("id") String id, @Context HttpHeaders headers, InputStream body) {
        return rules.set(caller.get(), id, RULES.read(body), Precondition.of(headers));
    }

    @POST
    @Path("/holds")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN)
    @Operation(operationId = "holdOrganisation", summary = "Hold everything of an organisation", description = "Nothing of it is erased while the hold is in force. The organisation does not see it.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class),
            examples = @ExampleObject(name = "Proceedings", value = Reason.EXAMPLE)))
    @APIResponse(responseCode = "201", description = "Held", content = @Content(schema = @Schema(implementation = HoldView.class)))
    public Response hold(@Parameter(description = "The organisation's id") @PathParam("id") String id, InputStream body) {
        return HoldResource.placed(holds.onOrganisation(caller.get(), id, REASON.read(body).reason()));
    }

    @GET
    @Path("/export")
    @Heavy
    @Expensive
    @LargeAnswer
    @Produces("application/zip")
    @Uncompressed
    @RolesAllowed({Role.OPERATOR, Role.ADMIN})
    @Operation(operationId = "exportOrganisation", summary = "Everything of one organisation",
            description = "A ZIP file with one line of JSON for each thing (NDJSON): reports, revisions with their receipts, timeline, questions, withdrawals, assets, "
                    + "deliveries, attachments and their bytes, audit entries, and your own drafts. It has what the organisation itself may see, also for an admin: "
                    + "a document that was delivered is shown without the liaison's assessment, and with the SHA-256 of its bytes as they were sent. "
                    + "It is written while it is read: one that was cut short has no directory at its end and does not open.")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = "application/zip",
            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(@Parameter(description = "The organisation's id") @PathParam("id") String id) {
        Caller exporter = caller.get();
        String organisation = export.begin(exporter, id);
        return Response.ok(export.file(exporter, organisation))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + organisation.replaceAll("[^A-Za-z0-9._-]", "_") + ".zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
