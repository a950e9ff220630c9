package org.tocsin.delivery;

import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.report.ReportPage;

/** The deliveries' part of a report's page by itself, for a page that stays open while they are under way. */
@Path("/reports/{id}/deliveries")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
public class DeliveryPages {

    private final CurrentCaller caller;
    private final DeliverySection section;
    private final DeliveryDesk desk;
    private final ReportPage page;

    DeliveryPages(CurrentCaller caller, DeliverySection section, DeliveryDesk desk, ReportPage page) {
        this.caller = caller;
        this.section = section;
        this.desk = desk;
        this.page = page;
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.LIAISON, Role.AUDITOR})
    @Operation(hidden = true)
    public TemplateInstance deliveries(@PathParam("id") String id) {
        return section.of(caller.get(), id, true);
    }

    @POST
    @Path("/{delivery}/retry")
    @RolesAllowed(Role.LIAISON)
    @Operation(hidden = true)
    public Response retry(@PathParam("id") String id, @PathParam("delivery") String delivery) {
        return act(id, liaison -> desk.retry(liaison, id, delivery));
    }

    @POST
    @Path("/{delivery}/give-up")
    @RolesAllowed(Role.LIAISON)
    @Operation(hidden = true)
    public Response giveUp(@PathParam("id") String id, @PathParam("delivery") String delivery, @FormParam("reason") String reason) {
        return act(id, liaison -> desk.giveUp(liaison, id, delivery, DeliveryResource.GIVE_UP.read(Json.MAPPER.createObjectNode()
                .put("reason", reason == null ? "" : reason.strip()).toString().getBytes(StandardCharsets.UTF_8)).reason()));
    }

    private Response act(String id, Consumer<Caller> act) {
        Caller liaison = caller.get();
        try {
            act.accept(liaison);
            return Response.seeOther(URI.create("/reports/" + id + "#" + DeliverySection.ID)).build();
        } catch (Problem problem) {
            if (problem.status() == Response.Status.NOT_FOUND.getStatusCode()) {
                throw problem; // then there is no page to bring back
            }
            return page.refused(liaison, id, problem, DeliverySection.ID);
        }
    }
}
