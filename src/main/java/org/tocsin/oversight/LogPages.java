package org.tocsin.oversight;

import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.web.overload.Expensive;
import org.tocsin.web.overload.LargeAnswer;
import org.tocsin.web.query.ReadsQuery;

/** The auditor's search through the log. */
@Path("/audit")
@AuthorizationCodeFlow
@RolesAllowed(Role.AUDITOR)
public class LogPages {

    private final CurrentCaller caller;
    private final LogSearch search;
    private final LogExport export;
    private final LogStates states;

    LogPages(CurrentCaller caller, LogSearch search, LogExport export, LogStates states) {
        this.caller = caller;
        this.search = search;
        this.export = export;
        this.states = states;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    @ReadsQuery(LogParameter.class)
    public Response search(@Context UriInfo uri) {
        MultivaluedMap<String, String> sent = uri.getQueryParameters();
        try {
            LogPage page = search.page(caller.get(), LogQuery.read(sent, List.of()), "/audit");
            return Response.ok(page(new LogSheet(sent, page.items().stream().map(LogLine::of).toList(), page.next(), List.of(), page.log()))).build();
        } catch (Problem problem) {
            if (problem.faults().isEmpty()) {
                throw problem;
            }
            return Response.status(problem.status()).entity(page(new LogSheet(sent, List.of(), null, problem.faults(), states.now()))).build();
        }
    }

    /** A form, not a link: taking the log away leaves an entry. */
    @Expensive
    @LargeAnswer
    @POST
    @Path("/export")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response export(MultivaluedMap<String, String> sent) {
        return export.file(caller.get(), LogQuery.read(sent, List.of()));
    }

    private static TemplateInstance page(LogSheet sheet) {
        return OversightTemplates.log(sheet);
    }
}
