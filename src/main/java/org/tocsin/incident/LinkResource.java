package org.tocsin.incident;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.json.Body;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;

@Path("/api/v1/triage/{id}/links")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Triage")
public class LinkResource {

    @Schema(name = "LinkDraft")
    public record Draft(
            @Schema(required = true, minLength = 1, maxLength = 60, description = "Id or reference of the other report, of whichever organisation") String with,
            @Schema(required = true, description = "What they have to do with each other") LinkKind kind,
            @Schema(required = true, minLength = 1, maxLength = 2000, description = "Why; for liaisons and auditors") String reason) {
    }

    static final Body<Draft> DRAFT = new Body<>(Draft.class);

    private final CurrentCaller caller;
    private final LinkDesk desk;

    LinkResource(CurrentCaller caller, LinkDesk desk) {
        this.caller = caller;
        this.desk = desk;
    }

    @GET
    @RolesAllowed({Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "listReportLinks", summary = "The reports that liaisons have linked with one", description = "Oldest link first. No operator sees them, nor that there are any.")
    @APIResponse(responseCode = "200", description = "The links")
    @APIResponse(responseCode = "404", description = "There is no such report")
    public List<LinkView> links(@Parameter(description = "Id or reference") @PathParam("id") String id) {
        return desk.of(id, caller.get());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.LIAISON)
    @Operation(operationId = "linkReports", summary = "Link two reports", description = "Of whichever organisations. Each goes on by itself; neither operator sees anything of it. "
            + "To handle them as one, merge them.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Draft.class), examples = @ExampleObject(name = "link",
            value = "{\"with\": \"TOC-7K3M-Q9XW-Y\", \"kind\": \"same-cause\", \"reason\": \"Both lost the same GNSS signal within a minute.\"}")))
    @APIResponse(responseCode = "200", description = "Linked")
    @APIResponse(responseCode = "404", description = "There is no such report")
    @APIResponse(responseCode = "409", description = "They are linked already")
    @APIResponse(responseCode = "422", description = "Every fault at once, such as a report that it cannot be linked with")
    public LinkView link(@Parameter(description = "Id or reference") @PathParam("id") String id, InputStream body) {
        Draft draft = DRAFT.read(body);
        return desk.link(caller.get(), id, draft.with(), draft.kind(), draft.reason());
    }

    @DELETE
    @Path("/{link}")
    @RolesAllowed(Role.LIAISON)
    @Operation(operationId = "deleteReportLink", summary = "Remove a link", description = "That it was there stays in the audit log.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "There is no such report, or it has no such link")
    public void unlink(@Parameter(description = "Id or reference") @PathParam("id") String id,
            @Parameter(description = "The link's id") @PathParam("link") String link) {
        desk.unlink(caller.get(), id, link);
    }
}
