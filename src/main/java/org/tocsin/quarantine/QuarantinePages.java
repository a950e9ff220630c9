package org.tocsin.quarantine;

import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.web.paging.Slice;

/** What is held because its sender's token had odd times, for the person who decides what it is. */
@Path("/quarantine")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.LIAISON)
public class QuarantinePages {

    private static final int PAGE = 50;
    private static final int LONGEST_REASON = 500;

    private final CurrentCaller caller;
    private final Decisions decisions;

    QuarantinePages(CurrentCaller caller, Decisions decisions) {
        this.caller = caller;
        this.decisions = decisions;
    }

    @CheckedTemplate(basePath = "quarantine", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {

        static native TemplateInstance quarantine(Slice<HeldView> page, String state, String next, boolean first);

        static native TemplateInstance held(HeldView held, String content, Problem problem, String reason);

        private Templates() {
        }
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@QueryParam("state") @DefaultValue("held") String state, @QueryParam("after") String after) {
        Slice<HeldView> page = decisions.page(caller.get(), HeldQuery.of(state.equals("all") ? null : state, after, PAGE));
        String next = page.next() == null ? null : page.next().replace("/api/v1/quarantine?", "/quarantine?")
                + (state.equals("all") ? "&state=all" : "");
        return Templates.quarantine(page, state, next, after == null);
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public TemplateInstance held(@PathParam("id") String id) {
        return page(decisions.view(caller.get(), id), null, "");
    }

    @POST
    @Path("/{id}/acceptance")
    @Operation(hidden = true)
    public Response accept(@PathParam("id") String id) {
        try {
            HeldView accepted = decisions.accept(caller.get(), id);
            return Response.seeOther(URI.create(accepted.report() == null ? "/quarantine/" + id : "/reports/" + accepted.report())).build();
        } catch (Problem problem) {
            return refused(id, problem, "");
        }
    }

    @POST
    @Path("/{id}/refusal")
    @Operation(hidden = true)
    public Response refuse(@PathParam("id") String id, @FormParam("reason") String reason) {
        String because = reason == null ? "" : reason.strip();
        try {
            if (because.isEmpty() || because.length() > LONGEST_REASON) {
                throw new Problem(422, "invalid", "Give a reason", "Its operator reads the reason: 1 to " + LONGEST_REASON + " characters.");
            }
            decisions.refuse(caller.get(), id, because);
            return Response.seeOther(URI.create("/quarantine/" + id)).build();
        } catch (Problem problem) {
            return refused(id, problem, because);
        }
    }

    private Response refused(String id, Problem problem, String reason) {
        if (problem.status() == Response.Status.NOT_FOUND.getStatusCode()) {
            throw problem; // then there is no page to bring back
        }
        return Response.status(problem.status()).entity(page(decisions.view(caller.get(), id), problem, reason)).build();
    }

    private static TemplateInstance page(HeldView held, Problem problem, String reason) {
        return Templates.held(held, held.submission() == null ? null : held.submission().toPrettyString(), problem, reason);
    }
}
