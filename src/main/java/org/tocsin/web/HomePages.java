package org.tocsin.web;

import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.party.Caller;
import org.tocsin.party.CurrentCaller;

/** In and out. */
@Path("/")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
public class HomePages {

    private final Shell shell;
    private final CurrentCaller caller;

    HomePages(Shell shell, CurrentCaller caller) {
        this.shell = shell;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @Operation(hidden = true)
    public Response home() {
        Caller person = caller.get();
        List<Desk> desks = shell.desks();
        return desks.isEmpty()
                ? Response.ok(Pages.noDesk(person.name(), roles(person))).build()
                : Response.seeOther(URI.create(desks.get(0).path())).build();
    }

    /** The identity provider's session is ended before this is reached; who comes here had none. */
    @POST
    @Path("sign-out")
    @Authenticated
    @Operation(hidden = true)
    public Response signOut() {
        return Response.seeOther(URI.create("/signed-out")).build();
    }

    @GET
    @Path("signed-out")
    @PermitAll
    @Operation(hidden = true)
    public Response signedOut() {
        return Response.ok(Pages.signedOut()).build();
    }

    private static Set<String> roles(Caller person) {
        return new TreeSet<>(person.roles());
    }
}
