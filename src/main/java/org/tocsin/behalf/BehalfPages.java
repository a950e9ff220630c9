package org.tocsin.behalf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.oidc.AuthorizationCodeFlow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.json.Json;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.report.ReportPage;

/** Confirming on a report's page. An act that is refused brings the page back with the reason. */
@Path("/reports/{id}/behalf")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.OPERATOR)
public class BehalfPages {

    private final CurrentCaller caller;
    private final BehalfDesk desk;
    private final BehalfReading reading;
    private final ReportPage page;

    BehalfPages(CurrentCaller caller, BehalfDesk desk, BehalfReading reading, ReportPage page) {
        this.caller = caller;
        this.desk = desk;
        this.reading = reading;
        this.page = page;
    }

    @POST
    @Path("/confirmation")
    @Operation(hidden = true)
    public Response confirm(@PathParam("id") String id, @FormParam("right") String right, @FormParam("reason") String reason) {
        ObjectNode form = Json.MAPPER.createObjectNode();
        if (right != null) {
            form.put("right", right.equals("yes"));
        }
        if (reason != null && !reason.isBlank()) {
            form.put("reason", reason.strip());
        }
        try {
            desk.confirm(caller.get(), id, ReportBehalfResource.CONFIRMATION
                    .read(form.toString().getBytes(StandardCharsets.UTF_8)).complete());
            return Response.seeOther(URI.create("/reports/" + reading.of(caller.get(), id).reference())).build();
        } catch (Problem problem) {
            if (problem.status() == Response.Status.NOT_FOUND.getStatusCode()) {
                throw problem; // then there is no page to bring back
            }
            return page.refused(caller.get(), id, problem, BehalfSection.ID);
        }
    }
}
