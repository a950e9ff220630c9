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
import org.tocsin.time.Now;

/** Writing down on a report's page that its caller was called back: now, at this number, and how one knew it. */
@Path("/reports/{id}/behalf/call-back")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.LIAISON)
public class CallBackPages {

    private final CurrentCaller caller;
    private final BehalfDesk desk;
    private final BehalfReading reading;
    private final ReportPage page;
    private final Now now;

    CallBackPages(CurrentCaller caller, BehalfDesk desk, BehalfReading reading, ReportPage page, Now now) {
        this.caller = caller;
        this.desk = desk;
        this.reading = reading;
        this.page = page;
        this.now = now;
    }

    @POST
    @Operation(hidden = true)
    public Response calledBack(@PathParam("id") String id, @FormParam("number") String number, @FormParam("how") String how) {
        ObjectNode back = Json.MAPPER.createObjectNode().put("at", now.instant().toString());
        put(back, "number", number);
        put(back, "how", how);
        try {
            desk.calledBack(caller.get(), id, ReportBehalfResource.CALL_BACK.read(back.toString().getBytes(StandardCharsets.UTF_8)));
            return Response.seeOther(URI.create("/reports/" + reading.of(caller.get(), id).reference())).build();
        } catch (Problem problem) {
            if (problem.status() == Response.Status.NOT_FOUND.getStatusCode()) {
                throw problem; // then there is no page to bring back
            }
            return page.refused(caller.get(), id, problem, BehalfSection.ID);
        }
    }

    private static void put(ObjectNode back, String field, String value) {
        if (value != null && !value.isBlank()) {
            back.put(field, value.replace("\r\n", "\n").strip());
        }
    }
}
