package org.tocsin.triage;

import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.store.Ids;
import org.tocsin.web.query.ReadsQuery;

/** The liaison's queue: its filters stand in the address, several rows are claimed at once, views are kept by name. */
@Path("/triage")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.LIAISON)
public class QueuePages {

    private final CurrentCaller caller;
    private final QueueReading reading;
    private final SavedViews views;
    private final ClaimDesk claims;
    private final HandoverDesk handovers;

    QueuePages(CurrentCaller caller, QueueReading reading, SavedViews views, ClaimDesk claims, HandoverDesk handovers) {
        this.caller = caller;
        this.reading = reading;
        this.views = views;
        this.claims = claims;
        this.handovers = handovers;
    }

    @GET
    @Operation(hidden = true)
    @ReadsQuery(QueueParameter.class)
    public TemplateInstance queue(@Context UriInfo uri) {
        return TriageTemplates.queue(reading.sheet(caller.get(), QueueQueryReader.read(uri.getQueryParameters()),
                tried(uri, QueueParameter.CLAIMED), tried(uri, QueueParameter.MERGED), null));
    }

    private static List<String> tried(UriInfo uri, QueueParameter act) {
        return uri.getQueryParameters().getOrDefault(act.code(), List.of()).stream().limit(TriageQueue.PAGE).toList();
    }

    /** What has come meanwhile: a line for the page that stays open. */
    @GET
    @Path("/come")
    @Operation(hidden = true)
    @ReadsQuery(QueueParameter.class)
    public TemplateInstance come(@Context UriInfo uri, @QueryParam("since") String since, @QueryParam("shown") long shown) {
        QueueQuery query = QueueQueryReader.read(uri.getQueryParameters());
        return TriageTemplates.come(reading.come(caller.get(), query, moment(since), shown), query.address());
    }

    /** Each row by itself: what another has claimed meanwhile does not keep the rest from being claimed. */
    @POST
    @Path("/claims")
    @Operation(hidden = true)
    public Response claim(@FormParam("row") List<String> rows, @FormParam("view") String view) {
        Caller liaison = caller.get();
        List<String> tried = new ArrayList<>();
        for (String row : rows.stream().distinct().limit(TriageQueue.PAGE).toList()) {
            try {
                tried.add(claims.claim(liaison, ChosenRow.reference(row), ChosenRow.version(row)).reference());
            } catch (Problem refused) {
                tried.add(ChosenRow.reference(row)); // how the report stands now says why, on the page that follows
            }
        }
        QueueQuery query = QueueQueryReader.read(view);
        return Response.seeOther(URI.create(tried.isEmpty() ? query.address()
                : query.address(tried.stream().map(each -> QueueQuery.pair(QueueParameter.CLAIMED.code(), each)).collect(Collectors.joining("&"))))).build();
    }

    @POST
    @Path("/views")
    @Operation(hidden = true)
    public Response save(@FormParam("name") String name, @FormParam("view") String view) {
        QueueQuery query = QueueQueryReader.read(view);
        try {
            views.save(caller.get(), name, query);
        } catch (Problem refused) {
            return Response.status(refused.status())
                    .entity(TriageTemplates.queue(reading.sheet(caller.get(), query, List.of(), List.of(), refused.faults().get(0).message()))).build();
        }
        return Response.seeOther(URI.create(query.address())).build();
    }

    @POST
    @Path("/views/{id}/delete")
    @Operation(hidden = true)
    public Response delete(@PathParam("id") String id) {
        Ids.read(id).ifPresent(each -> views.delete(caller.get(), each));
        return Response.seeOther(URI.create(QueueQuery.PATH)).build();
    }

    @POST
    @Path("/handovers")
    @Operation(hidden = true)
    public Response offer(@FormParam("note") String note) {
        return queue(() -> handovers.offer(caller.get(), HandoverResource.OFFER.read(Json.MAPPER.createObjectNode()
                .put("note", note == null ? "" : note.strip()).toString().getBytes(StandardCharsets.UTF_8)).note()));
    }

    @POST
    @Path("/handovers/{id}/take")
    @Operation(hidden = true)
    public Response take(@PathParam("id") String id) {
        Caller liaison = caller.get();
        try {
            List<String> taken = handovers.take(liaison, id).reports();
            return Response.seeOther(URI.create(taken.isEmpty() ? QueueQuery.PATH : QueueQuery.usual().address(
                    taken.stream().map(each -> QueueQuery.pair(QueueParameter.CLAIMED.code(), each)).collect(Collectors.joining("&"))))).build();
        } catch (Problem refused) {
            return refused(refused);
        }
    }

    @POST
    @Path("/handovers/{id}/take-back")
    @Operation(hidden = true)
    public Response takeBack(@PathParam("id") String id) {
        return queue(() -> handovers.takeBack(caller.get(), id));
    }

    private Response queue(Runnable act) {
        try {
            act.run();
            return Response.seeOther(URI.create(QueueQuery.PATH)).build();
        } catch (Problem refused) {
            return refused(refused);
        }
    }

    private Response refused(Problem refused) {
        return Response.status(refused.status()).entity(TriageTemplates.queue(reading.sheet(caller.get(), QueueQuery.usual(), List.of(), List.of(),
                refused.faults().isEmpty() ? refused.getMessage() : refused.faults().get(0).message()))).build();
    }

    private static Instant moment(String written) {
        try {
            return Instant.parse(String.valueOf(written));
        } catch (DateTimeException notOurs) {
            throw new Problem(400, "bad-page", "Unknown page", "The parameter since is not one that this service gave.");
        }
    }
}
