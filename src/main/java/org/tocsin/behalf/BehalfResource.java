package org.tocsin.behalf;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.json.Body;
import org.tocsin.json.Json;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.report.ReportTag;
import org.tocsin.report.submission.Limits;
import org.tocsin.web.IdempotencyKey;
import org.tocsin.web.paging.PartSize;
import org.tocsin.web.paging.Slice;

@Path("/api/v1/behalf")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "On behalf of a caller")
public class BehalfResource {

    /** A report, and as much again for what was said. */
    private static final int BODY_BYTES = 2 * Limits.BODY_BYTES;
    static final Body<BehalfFiling> FILING = new Body<>(BehalfFiling.class, BODY_BYTES, Limits.DEPTH + 1);

    private final CurrentCaller caller;
    private final BehalfIntake intake;
    private final BehalfReading reading;

    BehalfResource(CurrentCaller caller, BehalfIntake intake, BehalfReading reading) {
        this.caller = caller;
        this.intake = intake;
        this.reading = reading;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.LIAISON)
    @Operation(operationId = "fileReportOnBehalf", summary = "File a report for a caller on the telephone",
            description = "It is the organisation's report as if it had filed it itself, but marked, until and after an account of the "
                    + "organisation's own says whether it is right. It can be released meanwhile, and says so to whom it goes. Numbers, "
                    + "what was said and how the caller was called back are seen by liaisons and auditors only. Send it again with the same "
                    + "Idempotency-Key until you have an answer: it will be filed once.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = BehalfFiling.class), examples =
        @ExampleObject(name = "call", summary = "A call in the night", value = """
                {"organisation": "org-a",
                 "caller": {"name": "Ada Winter", "role": "Shift lead, time laboratory", "number": "+49 30 5550100"},
                 "calledAt": "2026-11-23T03:20:00Z",
                 "callBack": {"number": "+49 30 5550199", "at": "2026-11-23T03:31:00Z",
                              "how": "Switchboard, number from the contract; asked for Ms Winter, who confirmed."},
                 "statements": [{"at": "2026-11-23T03:21:00Z", "said": "Both time servers jumped by 40 ms at about a quarter past three."},
                                {"at": "2026-11-23T03:24:00Z", "said": "We cannot sign in, so we call."}],
                 "submission": {"title": "Time of two stratum-1 servers disagrees by 40 ms", "awareAt": "2026-11-23T03:15:00Z",
                                "suspectedMalicious": "unknown", "crossBorder": "unknown", "severity": "high"}}""")))
    @APIResponse(responseCode = "201", description = "Filed; or filed before, and this is the first answer again",
            headers = @Header(name = HttpHeaders.ETAG, description = "The report's tag", required = true, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = BehalfAnswer.class)))
    @APIResponse(responseCode = "400", description = "Not JSON, or an unusable Idempotency-Key")
    @APIResponse(responseCode = "413", description = "Over 512 KiB")
    @APIResponse(responseCode = "422", description = "Every fault at once, such as an organisation that is not known; "
            + "or the Idempotency-Key was used for another call")
    @Parameter(name = IdempotencyKey.HEADER, in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING),
            description = "1 to 200 printable ASCII characters, kept as long as the report")
    public Response file(@Context HttpHeaders headers, InputStream body) {
        BehalfIntake.Taken taken = intake.file(caller.get(), FILING.read(body), IdempotencyKey.of(headers));
        return Response.created(URI.create("/api/v1/reports/" + taken.report()))
                .header(HttpHeaders.ETAG, ReportTag.ofLiaisons(Json.tree(taken.answer()).path("version").asInt()).quoted())
                .entity(taken.answer()).build();
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "listReportsOnBehalf", summary = "Reports that were filed on behalf, in parts",
            description = "Your organisation's, oldest first; liaisons and auditors see everyone's. "
                    + "confirmation=unconfirmed are those that wait for your word.")
    @APIResponse(responseCode = "200", description = "A part of them, and where the next part is")
    @APIResponse(responseCode = "400", description = "Unusable confirmation, limit or page")
    public Slice<BehalfView> reports(
            @Parameter(description = "Only those: unconfirmed, confirmed or contested; all if left out") @QueryParam("confirmation") String confirmation,
            @Parameter(description = "As an earlier part's next says") @QueryParam("after") String after,
            @Parameter(description = PartSize.DESCRIPTION, schema = @Schema(minimum = "1", maximum = "" + PartSize.LARGEST)) @QueryParam("limit") @DefaultValue("50") int limit) {
        return reading.page(caller.get(), confirmation, after, PartSize.of(limit));
    }
}
