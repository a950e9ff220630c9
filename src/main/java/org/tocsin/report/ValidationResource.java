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
import org.tocsin.report.submission.Submission;

@Path("/api/v1/reports:validate")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
public class ValidationResource {

    private static final String EXAMPLE = """
            {
              "stage": "notification",
              "title": "ts1 stepped by 37 s",
              "awareAt": "2026-11-23T03:12:00Z",
              "suspectedMalicious": "unknown",
              "crossBorder": "unknown",
              "assets": [{"ref": "ts1"}]
            }""";

    private final CurrentCaller caller;
    private final ReportValidation validation;

    ValidationResource(CurrentCaller caller, ReportValidation validation) {
        this.caller = caller;
        this.validation = validation;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OPERATOR, Role.SENSOR})
    @Operation(operationId = "validateReport", summary = "Try a report without filing it",
            description = "Nothing is stored. The answer says what is wrong, what is worth a second look, and what each "
                    + "stage would still lack.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Submission.class),
            examples = @ExampleObject(name = "lacking", summary = "A notification that lacks severity and impact", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "What would be said of it; also when it is not even JSON",
            content = @Content(schema = @Schema(implementation = Validation.class)))
    @APIResponse(responseCode = "403", description = "Wrong role, or an account without organisation")
    @APIResponse(responseCode = "413", description = "Over 256 KiB")
    public Validation validate(@Context HttpHeaders headers, InputStream body) {
        return validation.validate(caller.get(), body, SentAt.read(headers.getHeaderString(HttpHeaders.DATE)));
    }
}
