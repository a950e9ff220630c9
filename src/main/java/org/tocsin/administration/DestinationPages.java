package org.tocsin.administration;

import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.delivery.DestinationStates;
import org.tocsin.delivery.channel.Step;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;

/** Where reports go, for administrators. A trial's outcome is an answer to the form and kept only in the audit log: it is old in a minute. */
@Path("/admin/destinations")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.ADMIN)
public class DestinationPages {

    private final CurrentCaller caller;
    private final DestinationStates states;

    DestinationPages(CurrentCaller caller, DestinationStates states) {
        this.caller = caller;
        this.states = states;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance destinations() {
        return AdminTemplates.destinations(lines(), null);
    }

    @POST
    @Path("/{name}/test")
    @Operation(hidden = true)
    public TemplateInstance test(@PathParam("name") String name) {
        List<Step> steps = states.tryLine(caller.get(), name);
        List<DestinationLine> lines = lines();
        DestinationLine tried = lines.stream().filter(line -> line.state().name().equals(name)).findFirst()
                .map(line -> new DestinationLine(line.state(), steps)).orElseThrow();
        return AdminTemplates.destinations(lines, tried);
    }

    private List<DestinationLine> lines() {
        return states.all().stream().map(state -> new DestinationLine(state, List.of())).toList();
    }
}
