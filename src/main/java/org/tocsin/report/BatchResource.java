package org.tocsin.report;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.web.overload.Expensive;

@Path("/api/v1/reports:batch")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
public class BatchResource {

    private static final String EXAMPLE = """
            {
              "reports": [
                {
                  "idempotencyKey": "ntp-monitor-2026-11-23T03:12:00Z-ts1",
                  "report": {
                    "title": "ts1 stepped by 37 s",
                    "awareAt": "2026-11-23T03:12:00Z",
                    "suspectedMalicious": "unknown",
                    "crossBorder": "unknown",
                    "severity": "high"
                  }
                },
                {
                  "idempotencyKey": "ntp-monitor-2026-11-23T03:12:04Z-ts2",
                  "report": {
                    "title": "ts2 stepped by 37 s",
                    "awareAt": "2026-11-23T03:12:04Z",
                    "suspectedMalicious": "unknown",
                    "crossBorder": "unknown"
                  }
                }
              ]
            }""";

    private final CurrentCaller caller;
    private final ReportIntake intake;

    BatchResource(CurrentCaller caller, ReportIntake intake) {
        this.caller = caller;
        this.intake = intake;
    }

    @Expensive
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OPERATOR, Role.SENSOR})
    @Operation(operationId = "fileReportBatch", summary = "File many reports at once",
            description = "Up to 500, each all or nothing on its own: what is refused does not hold up the others. "
                    + "Give each an idempotencyKey (or an externalRef) and send the whole batch again until you have an "
                    + "answer: each will be filed once.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = BatchReader.Published.class),
            examples = @ExampleObject(name = "two", summary = "Two servers of one monitor", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "What became of each, in the order of the batch",
            content = @Content(schema = @Schema(implementation = BatchAnswer.class)))
    @APIResponse(responseCode = "403", description = "Wrong role, or an account without organisation")
    @APIResponse(responseCode = "413", description = "Over 8 MiB")
    @APIResponse(responseCode = "422", description = "Not a batch, or none or more than 500 reports; nothing was stored")
    public byte[] file(@Context HttpHeaders headers, InputStream body) {
        return BatchAnswer.bytes(intake.acceptAll(caller.get(), body, SentAt.read(headers.getHeaderString(HttpHeaders.DATE))));
    }
}
