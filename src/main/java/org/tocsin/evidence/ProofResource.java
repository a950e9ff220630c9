package org.tocsin.evidence;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;

/** That a report is in the log. */
@Path("/api/v1/reports/{id}/proof")
@BearerTokenAuthentication
@Tenant("api")
@Tag(name = "Reports")
public class ProofResource {

    private static final MediaType TEXT = new MediaType("text", "plain", "utf-8");

    private final CurrentCaller caller;
    private final EvidenceGathering gathering;

    ProofResource(CurrentCaller caller, EvidenceGathering gathering) {
        this.caller = caller;
        this.gathering = gathering;
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "getReportProof", summary = "That a report is in the audit log",
            description = "A proof to keep (C2SP tlog-proof): that the entry which the receipt names by its leaf is in the log. It is checked "
                    + "without asking us: bin/verify FILE, or any program that knows the format.")
    @APIResponse(responseCode = "200", description = "The proof; its line extra is the entry",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "There is no such report or revision, or it is another organisation's")
    @APIResponse(responseCode = "409", description = "No checkpoint covers it yet; Retry-After says when one should")
    public Response proof(@Parameter(description = "Id or reference") @PathParam("id") String id,
            @Parameter(description = "The revision's number, from 1: each has its entry, which its receipt names",
                    schema = @Schema(type = SchemaType.INTEGER, minimum = "1")) @QueryParam("revision") @DefaultValue("1") int revision) {
        return Response.ok(gathering.proof(caller.get(), id, revision).written(), TEXT).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
