package org.tocsin.incident;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.report.ReportPage;

/** Links on a report's page. */
@Path("/reports/{id}/links")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.LIAISON)
public class LinkPages {

    private final CurrentCaller caller;
    private final LinkDesk desk;
    private final ReportPage page;

    LinkPages(CurrentCaller caller, LinkDesk desk, ReportPage page) {
        this.caller = caller;
        this.desk = desk;
        this.page = page;
    }

    @POST
    @Operation(hidden = true)
    public Response link(@PathParam("id") String id, @FormParam("with") String with, @FormParam("kind") String kind,
            @FormParam("reason") String reason) {
        return act(id, liaison -> {
            LinkResource.Draft draft = draft(with, kind, reason);
            desk.link(liaison, id, draft.with(), draft.kind(), draft.reason());
        });
    }

    @POST
    @Path("/{link}/remove")
    @Operation(hidden = true)
    public Response unlink(@PathParam("id") String id, @PathParam("link") String link) {
        return act(id, liaison -> desk.unlink(liaison, id, link));
    }

    private interface Act {
        void by(Caller liaison);
    }

    private Response act(String id, Act act) {
        Caller liaison = caller.get();
        try {
            act.by(liaison);
            return Response.seeOther(URI.create("/reports/" + id + "#" + RelatedSection.ID)).build();
        } catch (Problem problem) {
            if (problem.status() == Response.Status.NOT_FOUND.getStatusCode()) {
                throw problem; // then there is no page to bring back
            }
            return page.refused(liaison, id, problem, RelatedSection.ID);
        }
    }

    /** As the API reads it, but with words for people where something was left out. */
    private static LinkResource.Draft draft(String with, String kind, String reason) {
        ObjectNode sent = Json.MAPPER.createObjectNode()
                .put("with", filled("/with", with, "Name the report that it is linked with."))
                .put("kind", filled("/kind", kind, "Choose what they have to do with each other."))
                .put("reason", filled("/reason", reason, "Say why."));
        return LinkResource.DRAFT.read(sent.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String filled(String pointer, String value, String objection) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid("form", List.of(new Fault(pointer, "required", objection)));
        }
        return value.strip();
    }
}
