package org.tocsin.retention;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
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

@Path("/api/v1/reports/{id}")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
@Tag(name = "Keep and erase")
@APIResponse(responseCode = "404", description = "There is no such report")
public class ErasureResource {

    private static final Body<Reason> REASON = new Body<>(Reason.class);
    private static final String REPORT = "The report's id or reference";

    private final CurrentCaller caller;
    private final ErasureOnDemand erasure;
    private final Holds holds;

    ErasureResource(CurrentCaller caller, ErasureOnDemand erasure, Holds holds) {
        this.caller = caller;
        this.erasure = erasure;
        this.holds = holds;
    }

    @POST
    @Path("/erasure")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "eraseReport", summary = "Erase what a report says",
            description = "Bodies of revisions, snapshots of the inventory, attachments, details of timeline and audit log, documents that were "
                    + "delivered. Reference, times, digests, receipts, commitments and places in the log stay. It cannot be undone. "
                    + "Only for reports that are closed, rejected, withdrawn or merged, and not held. Again, it answers with the first erasure.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class),
            examples = @ExampleObject(name = "Asked for", value = "{\"reason\": \"Asked for by a person named in it, GDPR Art. 17.\"}")))
    @APIResponse(responseCode = "200", description = "Erased", content = @Content(schema = @Schema(implementation = ErasureView.class)))
    @APIResponse(responseCode = "409", description = "It has not ended, is held, or is still on its way to a destination")
    public ErasureView erase(@Parameter(description = REPORT) @PathParam("id") String id, InputStream body) {
        return erasure.erase(caller.get(), id, REASON.read(body).reason());
    }

    @POST
    @Path("/holds")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "holdReport", summary = "Hold a report", description = "Nothing of it is erased while the hold is in force. The operator does not see it.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class),
            examples = @ExampleObject(name = "Proceedings", value = Reason.EXAMPLE)))
    @APIResponse(responseCode = "201", description = "Held", content = @Content(schema = @Schema(implementation = HoldView.class)))
    public Response hold(@Parameter(description = REPORT) @PathParam("id") String id, InputStream body) {
        return HoldResource.placed(holds.onReport(caller.get(), id, REASON.read(body).reason()));
    }
}
