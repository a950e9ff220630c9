package org.tocsin.withdrawal;

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
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
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

@Path("/api/v1/reports/{id}/withdrawal")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Withdrawal", description = "A report that should not have been sent. One person asks, another confirms; until then it stays in the queue.")
@APIResponse(responseCode = "404", description = "There is no such report, or it is another organisation's")
public class WithdrawalResource {

    @Schema(name = "WithdrawalRequest")
    public record Ask(
            @Schema(required = true, minLength = 1, maxLength = 2000, description = "Why; everyone who has the report reads it") String reason) {
    }

    @Schema(name = "WithdrawalConfirmation")
    public record Confirmation(
            @Schema(required = true, minimum = "1", description = "The withdrawal's number") Integer number) {
    }

    @Schema(name = "WithdrawalEnd")
    public record End(
            @Schema(required = true, minimum = "1", description = "The withdrawal's number") Integer number,
            @Schema(required = true, minLength = 1, maxLength = 2000, description = "Why; both sides read it") String reason) {
    }

    private static final Body<Ask> ASK = new Body<>(Ask.class);
    private static final Body<Confirmation> CONFIRMATION = new Body<>(Confirmation.class);
    private static final Body<End> END = new Body<>(End.class);
    private static final Body<CallBack> CALL_BACK = new Body<>(CallBack.class);
    private static final String CONFLICT = "No withdrawal is open (the present state and what is possible are told), or another than you named";

    private final CurrentCaller caller;
    private final WithdrawalDesk desk;

    WithdrawalResource(CurrentCaller caller, WithdrawalDesk desk) {
        this.caller = caller;
        this.desk = desk;
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "getReportWithdrawal", summary = "The latest withdrawal of a report", description = "And what became of it. 404 when nobody has ever asked.")
    @APIResponse(responseCode = "200", description = "The withdrawal")
    public WithdrawalView latest(@Parameter(description = "Id or reference") @PathParam("id") String id) {
        return desk.latest(caller.get(), id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR)
    @Operation(operationId = "requestReportWithdrawal", summary = "Ask that a report be withdrawn",
            description = "Nothing is withdrawn by it. Another person of the organisation confirms it, or a liaison who calls back. "
                    + "Until then the report stays in the queue and whatever is owed stays owed.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Ask.class),
            examples = @ExampleObject(name = "ask", value = "{\"reason\": \"It was an exercise; the offset was set by hand.\"}")))
    @APIResponse(responseCode = "201", description = "Asked for", content = @Content(schema = @Schema(implementation = WithdrawalView.class)))
    @APIResponse(responseCode = "403", description = "Wrong role, or an account without organisation")
    @APIResponse(responseCode = "409", description = "Not possible in the present state, which is told with what is possible; "
            + "also when it is asked for already")
    public Response ask(@Parameter(description = "Id or reference") @PathParam("id") String id, InputStream body) {
        WithdrawalView asked = desk.ask(caller.get(), id, ASK.read(body).reason());
        return Response.created(URI.create("/api/v1/reports/" + asked.report() + "/withdrawal")).entity(asked).build();
    }

    @POST
    @Path("/confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR)
    @Operation(operationId = "confirmReportWithdrawal", summary = "Confirm a colleague's withdrawal",
            description = "Every destination that has the report, or is about to get it, is told. There is no way back from it.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Confirmation.class),
            examples = @ExampleObject(name = "confirm", value = "{\"number\": 1}")))
    @APIResponse(responseCode = "200", description = "Withdrawn")
    @APIResponse(responseCode = "403", description = "You asked for it yourself, or are a machine; or the role is wrong")
    @APIResponse(responseCode = "409", description = CONFLICT + "; or the organisation is compromised, and a liaison calls back")
    public WithdrawalView confirm(@Parameter(description = "Id or reference") @PathParam("id") String id, InputStream body) {
        return desk.confirm(caller.get(), id, CONFIRMATION.read(body).number());
    }

    @POST
    @Path("/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR)
    @Operation(operationId = "cancelReportWithdrawal", summary = "Take back a withdrawal that is not confirmed", description = "Anyone of the organisation can, also who did not ask.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = End.class),
            examples = @ExampleObject(name = "cancel", value = "{\"number\": 1, \"reason\": \"Nobody here asked for it. We look into that account.\"}")))
    @APIResponse(responseCode = "200", description = "The report stands")
    @APIResponse(responseCode = "403", description = "Wrong role, or an account without organisation")
    @APIResponse(responseCode = "409", description = CONFLICT)
    public WithdrawalView cancel(@Parameter(description = "Id or reference") @PathParam("id") String id, InputStream body) {
        End end = END.read(body);
        return desk.cancel(caller.get(), id, end.number(), end.reason());
    }

    @POST
    @Path("/call-back")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.LIAISON)
    @Operation(operationId = "confirmReportWithdrawalByCall", summary = "Confirm a withdrawal by a call",
            description = "A liaison has called the operator by a number that was known before, and heard it confirmed.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CallBack.class),
            examples = @ExampleObject(name = "call back", value = """
                    {"number": 1, "called": "+44 20 7946 0123", "answeredBy": "R. Keeper, time operations", "calledAt": "2026-11-23T03:40:00Z"}""")))
    @APIResponse(responseCode = "200", description = "Withdrawn")
    @APIResponse(responseCode = "403", description = "You asked for it yourself, or the role is wrong")
    @APIResponse(responseCode = "409", description = CONFLICT + "; or the report was handed over, and its withdrawal is decided there")
    public WithdrawalView callBack(@Parameter(description = "Id or reference") @PathParam("id") String id, InputStream body) {
        CallBack call = CALL_BACK.read(body);
        return desk.calledBack(caller.get(), id, call.number(), call);
    }

    @POST
    @Path("/refuse")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.LIAISON)
    @Operation(operationId = "refuseReportWithdrawal", summary = "Refuse a withdrawal", description = "When nobody there confirms it, or the report must stand. It goes back to where it would be without.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = End.class),
            examples = @ExampleObject(name = "refuse", value = "{\"number\": 1, \"reason\": \"Called the control room: nobody there asked for it.\"}")))
    @APIResponse(responseCode = "200", description = "The report stands")
    @APIResponse(responseCode = "409", description = CONFLICT + "; or the report was handed over, and its withdrawal is decided there")
    public WithdrawalView refuse(@Parameter(description = "Id or reference") @PathParam("id") String id, InputStream body) {
        End end = END.read(body);
        return desk.refuse(caller.get(), id, end.number(), end.reason());
    }
}
