package org.tocsin.triage;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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

@Path("/api/v1/triage/{id}/notes")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Triage")
public class NoteResource {

    /** @param text for liaisons and auditors */
    @Schema(name = "NoteDraft")
    public record Draft(
            @Schema(required = true, minLength = 1, maxLength = 4000, description = "For liaisons and auditors; no operator sees it") String text) {
    }

    private static final int BYTES = 64 * 1024;
    static final Body<Draft> DRAFT = new Body<>(Draft.class, BYTES, 2);

    private final CurrentCaller caller;
    private final NoteDesk desk;

    NoteResource(CurrentCaller caller, NoteDesk desk) {
        this.caller = caller;
        this.desk = desk;
    }

    @GET
    @RolesAllowed({Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "listReportNotes", summary = "Internal notes on a report", description = "Oldest first. No operator sees them, nor that there are any.")
    @APIResponse(responseCode = "200", description = "The notes")
    @APIResponse(responseCode = "404", description = "There is no such report")
    public List<NoteView> notes(@Parameter(description = "Id or reference") @PathParam("id") String id) {
        return desk.of(id, caller.get());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.LIAISON)
    @Operation(operationId = "addReportNote", summary = "Write an internal note", description = "Any liaison can, whoever holds the report. It stays as it was written.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Draft.class),
            examples = @ExampleObject(name = "note", value = "{\"text\": \"Spoke to the night shift: the antenna was moved at 22:10.\"}")))
    @APIResponse(responseCode = "200", description = "Written down")
    @APIResponse(responseCode = "404", description = "There is no such report")
    @APIResponse(responseCode = "413", description = "Over 64 KiB")
    public NoteView write(@Parameter(description = "Id or reference") @PathParam("id") String id, InputStream body) {
        return desk.write(caller.get(), id, DRAFT.read(body).text());
    }
}
