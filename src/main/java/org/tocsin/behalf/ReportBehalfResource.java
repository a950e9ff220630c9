package org.tocsin.behalf;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.json.Body;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.report.OnBehalfView;

@Path("/api/v1/reports/{id}/behalf")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "On behalf of a caller")
public class ReportBehalfResource {

    static final Body<ConfirmationAct> CONFIRMATION = new Body<>(ConfirmationAct.class);
    static final Body<Call.Back> CALL_BACK = new Body<>(Call.Back.class);

    private final CurrentCaller caller;
    private final BehalfReading reading;
    private final BehalfDesk desk;

    ReportBehalfResource(CurrentCaller caller, BehalfReading reading, BehalfDesk desk) {
        this.caller = caller;
        this.reading = reading;
        this.desk = desk;
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "getReportOnBehalf", summary = "How a report was taken on the telephone",
            description = "The operator sees the mark; liaisons and auditors see numbers, what was said and each call back as well.")
    @APIResponse(responseCode = "200", description = "The mark and, for those who may, the call")
    @APIResponse(responseCode = "404", description = "There is none, it is another organisation's, or it was not filed on behalf")
    public BehalfView behalf(@Parameter(description = "Id or reference") @PathParam("id") String id) {
        return reading.of(caller.get(), id);
    }

    @POST
    @Path("/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR)
    @Operation(operationId = "confirmReportOnBehalf", summary = "Say whether a report that was filed on your behalf is right",
            description = "Once, by a person of the organisation. Whoever contests it says why, and the liaison reads that.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ConfirmationAct.class), examples = {
        @ExampleObject(name = "right", summary = "It is right", value = """
                {"right": true}"""),
        @ExampleObject(name = "contested", summary = "It is not ours", value = """
                {"right": false, "reason": "Nobody of our shift called. Both servers are fine."}""")}))
    @APIResponse(responseCode = "200", description = "The mark as it stands now")
    @APIResponse(responseCode = "403", description = "Wrong role, or a machine")
    @APIResponse(responseCode = "404", description = "There is none, or it is another organisation's")
    @APIResponse(responseCode = "409", description = "It was not filed on behalf, was decided before (and how), or the call was taken at another instance")
    @APIResponse(responseCode = "422", description = "Every fault at once, such as a missing reason")
    public OnBehalfView confirm(@Parameter(description = "Id or reference") @PathParam("id") String id, InputStream body) {
        return desk.confirm(caller.get(), id, CONFIRMATION.read(body).complete());
    }

    @POST
    @Path("/call-back")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.LIAISON)
    @Operation(operationId = "recordReportCallBack", summary = "Write down that the caller was called back", description = "As often as it happens. The operator sees when, and no more.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Call.Back.class), examples =
        @ExampleObject(name = "call-back", value = """
                {"number": "+49 30 5550199", "at": "2026-11-23T03:31:00Z",
                 "how": "Switchboard, number from the contract; asked for Ms Winter, who confirmed."}""")))
    @APIResponse(responseCode = "200", description = "The mark as it stands now")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "It was not filed on behalf, or the call was taken at another instance")
    public OnBehalfView calledBack(@Parameter(description = "Id or reference") @PathParam("id") String id, InputStream body) {
        return desk.calledBack(caller.get(), id, CALL_BACK.read(body));
    }
}
