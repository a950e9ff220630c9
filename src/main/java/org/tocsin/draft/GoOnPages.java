package org.tocsin.draft;

import io.quarkus.oidc.AuthorizationCodeFlow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;

/** Begins a later stage or a correction of a report. */
@Path("/reports/{id}/drafts")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.OPERATOR)
public class GoOnPages {

    private final CurrentCaller caller;
    private final DraftDesk desk;

    GoOnPages(CurrentCaller caller, DraftDesk desk) {
        this.caller = caller;
        this.desk = desk;
    }

    @POST
    @Operation(hidden = true)
    public Response goOn(@PathParam("id") String id) {
        return Response.seeOther(URI.create("/drafts/" + desk.goOn(caller.get(), id).id)).build();
    }
}
