package org.tocsin.evidence;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.limit.Heavy;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.web.overload.Expensive;

/** What proves to others what became of a report. */
@Path("/api/v1/reports/{id}/evidence")
@BearerTokenAuthentication
@Tenant("api")
@Tag(name = "Reports")
public class EvidenceResource {

    private final CurrentCaller caller;
    private final EvidenceGathering gathering;

    EvidenceResource(CurrentCaller caller, EvidenceGathering gathering) {
        this.caller = caller;
        this.gathering = gathering;
    }

    @GET
    @Heavy
    @Expensive
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OPERATOR, Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "getReportEvidence", summary = "All that proves what became of a report",
            description = "One file that bin/verify checks without server, database or network: revisions with receipts, every entry of the "
                    + "audit log about the report with its proof, what was sent and what the CERT answered. An operator's file opens what "
                    + "that operator may see; other entries are in it as closed commitments.")
    @APIResponse(responseCode = "200", description = "The evidence",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Evidence.class)))
    @APIResponse(responseCode = "404", description = "There is no such report, or it is another organisation's")
    @APIResponse(responseCode = "409", description = "No checkpoint covers its last entry yet; Retry-After says when one should")
    public Response evidence(@Parameter(description = "Id or reference") @PathParam("id") String id) {
        Evidence evidence = gathering.evidence(caller.get(), id);
        return Response.ok(evidence, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + evidence.report().reference() + ".evidence.json\"")
                .build();
    }
}
