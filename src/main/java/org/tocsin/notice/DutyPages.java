package org.tocsin.notice;

import io.quarkus.oidc.AuthorizationCodeFlow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;

/** The button on a report's page, to which the link in a mail leads: a link alone would be followed by mail scanners. */
@Path("/duty/pages")
@AuthorizationCodeFlow
@RolesAllowed(Role.LIAISON)
public class DutyPages {

    private final CurrentCaller caller;
    private final DutyDesk desk;

    DutyPages(CurrentCaller caller, DutyDesk desk) {
        this.caller = caller;
        this.desk = desk;
    }

    @POST
    @Path("/{id}/acknowledgement")
    @Operation(hidden = true)
    public Response acknowledge(@PathParam("id") String id) {
        DutyView page = desk.acknowledge(caller.get(), id);
        return Response.seeOther(URI.create("/reports/" + page.report().reference())).build();
    }
}
