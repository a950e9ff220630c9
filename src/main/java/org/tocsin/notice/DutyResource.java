package org.tocsin.notice;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.web.paging.Slice;

@Path("/api/v1/duty/pages")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Duty")
public class DutyResource {

    private final CurrentCaller caller;
    private final DutyDesk desk;

    DutyResource(CurrentCaller caller, DutyDesk desk) {
        this.caller = caller;
        this.desk = desk;
    }

    @GET
    @RolesAllowed({Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "listDutyPages", summary = "For which reports those on duty are or were rung")
    @APIResponse(responseCode = "200", description = "Those that ring first, then the latest; at most 100")
    public Slice<DutyView> pages() {
        return desk.latest();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "getDutyPage", summary = "One page")
    @APIResponse(responseCode = "200", description = "The page", content = @Content(schema = @Schema(implementation = DutyView.class)))
    @APIResponse(responseCode = "404", description = "There is none")
    public DutyView page(@Parameter(description = "The page's id") @PathParam("id") String id) {
        return desk.one(id);
    }

    @POST
    @Path("/{id}/acknowledgement")
    @RolesAllowed(Role.LIAISON)
    @Operation(operationId = "acknowledgeDutyPage", summary = "Say that you see to it", description = "Nobody else is rung then. To claim the report does the same. "
            + "The first who says so counts; the answer tells who that was.")
    @APIResponse(responseCode = "200", description = "The page as it is now", content = @Content(schema = @Schema(implementation = DutyView.class)))
    @APIResponse(responseCode = "404", description = "There is none")
    public DutyView acknowledge(@Parameter(description = "The page's id") @PathParam("id") String id) {
        return desk.acknowledge(caller.get(), id);
    }
}
