package org.tocsin.oversight;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.web.overload.Expensive;
import org.tocsin.web.overload.LargeAnswer;
import org.tocsin.web.paging.PartSize;
import org.tocsin.web.query.QueryFaults;
import org.tocsin.web.query.ReadsQuery;

@Path("/api/v1/audit")
@BearerTokenAuthentication
@Tenant("api")
@Tag(name = "Audit", description = "What happened here, in the order in which it did")
public class LogResource {

    static final String PATH = "/api/v1/audit";

    private final CurrentCaller caller;
    private final LogSearch search;
    private final LogExport export;
    private final QueryFaults queryFaults;

    LogResource(CurrentCaller caller, LogSearch search, LogExport export, QueryFaults queryFaults) {
        this.queryFaults = queryFaults;
        this.caller = caller;
        this.search = search;
        this.export = export;
    }

    @Expensive
    @LargeAnswer
    @GET
    @Produces({MediaType.APPLICATION_JSON, LogExport.JSON_LINES})
    @RolesAllowed(Role.AUDITOR)
    @Operation(operationId = "searchAuditLog", summary = "Search the audit log, in parts", description = "Newest first, by their places. An entry that was written just now is found "
            + "when it has its place, within a second or so. Searching leaves no entry. Who accepts application/jsonl is given all that fits, an "
            + "entry a line, whatever limit and after say; that is an export, and leaves an entry.")
    @Parameter(name = "report", in = ParameterIn.QUERY, description = "A report's reference or id", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "actor", in = ParameterIn.QUERY, description = "Who did it: a user name, a client's id, or tocsin; or the account's identifier as actorId has it, which tells two people of one name apart", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "type", in = ParameterIn.QUERY, description = "report.received, or all of report with report", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "organisation", in = ParameterIn.QUERY, description = "Whose matter it is", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "The first moment: RFC 3339, or a day of UTC", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "The first moment that is not wanted any more", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "As an earlier part's next says", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = PartSize.DESCRIPTION,
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "" + PartSize.LARGEST, defaultValue = "50"))
    @APIResponse(responseCode = "200", description = "A part of the log, and where the next is", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = LogPage.class)),
            @Content(mediaType = LogExport.JSON_LINES, schema = @Schema(implementation = LogItem.class))})
    @APIResponse(responseCode = "400", description = "Unusable filters: each fault's pointer is the parameter's name")
    @ReadsQuery(LogParameter.class)
    public Response search(@Context UriInfo uri, @Context Request request) {
        LogQuery query = LogQuery.read(uri.getQueryParameters(), queryFaults.found());
        MediaType wished = request.selectVariant(Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(LogExport.JSON_LINES)).build()).getMediaType();
        if (!wished.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            return export.file(caller.get(), query);
        }
        return Response.ok(search.page(caller.get(), query, PATH), MediaType.APPLICATION_JSON_TYPE).build();
    }
}
