package org.tocsin.report;

import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.party.Caller;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.web.Tongue;
import org.tocsin.web.paging.Slice;
import org.tocsin.web.query.ReadsQuery;

/** Reports for people. */
@Path("/reports")
@AuthorizationCodeFlow
@RolesAllowed({Role.OPERATOR, Role.LIAISON, Role.AUDITOR})
public class ReportPages {

    private final CurrentCaller caller;
    private final ReportListing listing;
    private final ReportPage page;
    private final ReportReading reading;

    ReportPages(CurrentCaller caller, ReportListing listing, ReportPage page, ReportReading reading) {
        this.caller = caller;
        this.listing = listing;
        this.page = page;
        this.reading = reading;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    @ReadsQuery(ReportParameter.class)
    public TemplateInstance reports(@Context UriInfo uri) {
        Caller reader = reader();
        MultivaluedMap<String, String> filters = uri.getQueryParameters();
        Slice<ReportItem> part = listing.page(reader, ReportQueryReader.read(reader, filters, List.of()), "/reports");
        return ReportTemplates.reports(part, reader.seesAll(), !filters.containsKey("after"), reader.is(Role.OPERATOR));
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance report(@PathParam("id") String id) {
        return page.of(caller.get(), id);
    }

    /** What one revision says differently from another. */
    @GET
    @Path("/{id}/changes")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance changes(@PathParam("id") String id, @QueryParam("from") String from, @QueryParam("to") String to) {
        Caller reader = reader();
        return ReportTemplates.changes(reading.report(reader, id).reference(),
                reading.difference(reader, id, String.valueOf(from), String.valueOf(to)));
    }

    /** Liaisons and auditors read these pages in English. */
    private Caller reader() {
        Caller reader = caller.get();
        if (reader.seesAll()) {
            Tongue.english();
        }
        return reader;
    }

    /** As a file, to be kept where neither we nor the network are needed to read it. */
    @GET
    @Path("/{id}/receipt")
    @Operation(hidden = true)
    public Response receipt(@PathParam("id") String id) {
        ReportView report = reading.report(caller.get(), id);
        String file = report.reference() + "-revision-" + report.latest().number() + "-receipt.jws";
        return Response.ok(report.latest().receipt(), "application/jose")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                .build();
    }
}
