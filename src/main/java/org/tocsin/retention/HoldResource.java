package org.tocsin.retention;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;

@Path("/api/v1")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keep and erase")
public class HoldResource {

    private static final int REASON_CHARACTERS = 1000;

    private final CurrentCaller caller;
    private final Holds holds;
    private final Preview preview;

    HoldResource(CurrentCaller caller, Holds holds, Preview preview) {
        this.caller = caller;
        this.holds = holds;
        this.preview = preview;
    }

    static Response placed(HoldView hold) {
        return Response.created(URI.create("/api/v1/holds/" + hold.id())).entity(hold).build();
    }

    @GET
    @Path("/holds")
    @RolesAllowed({Role.AUDITOR, Role.ADMIN})
    @Operation(operationId = "listHolds", summary = "The legal holds that are in force", description = "Oldest first, of all organisations.")
    @APIResponse(responseCode = "200", description = "The holds")
    public List<HoldView> holds() {
        return holds.inForce();
    }

    @DELETE
    @Path("/holds/{hold}")
    @RolesAllowed(Role.ADMIN)
    @Operation(operationId = "liftHold", summary = "Lift a hold", description = "That it was there, and why it was lifted, stays.")
    @APIResponse(responseCode = "204", description = "Lifted")
    @APIResponse(responseCode = "400", description = "Without a reason, or one of more than 1000 characters")
    @APIResponse(responseCode = "404", description = "There is no such hold in force")
    public void lift(@Parameter(description = "The hold's id") @PathParam("hold") String hold,
            @Parameter(description = "Why it is lifted", required = true, schema = @Schema(minLength = 1, maxLength = 1000)) @QueryParam("reason") String reason) {
        if (reason == null || reason.isBlank() || reason.length() > REASON_CHARACTERS || !reason.matches("\\P{Cntrl}*")) {
            throw new Problem(400, "reason-missing", "Reason missing", "Say why in ?reason=…, in 1 to 1000 characters.");
        }
        holds.lift(caller.get(), hold, reason.strip());
    }

    @GET
    @Path("/retention/preview")
    @RolesAllowed({Role.AUDITOR, Role.ADMIN})
    @Operation(operationId = "previewRetention", summary = "What the next nightly run would erase", description = "By organisation and class; where there is nothing, there is no line.")
    @APIResponse(responseCode = "200", description = "What is due, and what is held back")
    public List<Preview.Line> preview() {
        return preview.all();
    }
}
