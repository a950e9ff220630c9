package org.tocsin.quarantine;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.tocsin.client.EnrolledClients;
import org.tocsin.json.Body;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.web.paging.PartSize;
import org.tocsin.web.paging.Slice;

@Path("/api/v1/quarantine")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Quarantine", description = "Reports from clients whose clock, or ours, is wrong")
@APIResponse(responseCode = "403", description = "Wrong role, or an account without organisation")
public class QuarantineResource {

    private static final Body<Refusal> REFUSAL = new Body<>(Refusal.class);

    private final CurrentCaller caller;
    private final Decisions decisions;
    private final Nonces nonces;
    private final EnrolledClients clients;

    QuarantineResource(CurrentCaller caller, Decisions decisions, Nonces nonces, EnrolledClients clients) {
        this.caller = caller;
        this.decisions = decisions;
        this.nonces = nonces;
        this.clients = clients;
    }

    @Schema(name = "QuarantineRefusal")
    public record Refusal(
            @Schema(required = true, minLength = 1, maxLength = 500, description = "Its operator reads it") String reason) {
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "listQuarantinedReports", summary = "Reports in quarantine, in parts", description = "Newest first. Operators see their own, liaisons and auditors all.")
    @APIResponse(responseCode = "200", description = "A part of them, and where the next is")
    @APIResponse(responseCode = "400", description = "Unusable state, limit or place")
    public Slice<HeldView> list(
            @Parameter(description = "Only those that are held, accepting, accepted or refused") @QueryParam("state") String state,
            @Parameter(description = "As an earlier part's next says") @QueryParam("after") String after,
            @Parameter(description = PartSize.DESCRIPTION, schema = @Schema(minimum = "1", maximum = "" + PartSize.LARGEST)) @QueryParam("limit") @DefaultValue("50") int limit) {
        return decisions.page(caller.get(), HeldQuery.of(state, after, limit));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "getQuarantinedReport", summary = "One report in quarantine")
    @APIResponse(responseCode = "200", description = "The report, and what was odd", content = @Content(schema = @Schema(implementation = HeldView.class)))
    @APIResponse(responseCode = "404", description = "There is none, or it is another organisation's")
    public HeldView held(@Parameter(description = "As the 202 answer said") @PathParam("id") String id) {
        return decisions.view(caller.get(), id);
    }

    @POST
    @Path("/{id}/acceptance")
    @RolesAllowed(Role.LIAISON)
    @Operation(operationId = "acceptQuarantinedReport", summary = "Accept a report from quarantine",
            description = "It is filed as its sender's, received when it came, under the Idempotency-Key that it came with. Twice is the same.")
    @APIResponse(responseCode = "200", description = "Accepted, now or before; report is the report that it became",
            content = @Content(schema = @Schema(implementation = HeldView.class)))
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "It was refused; or its externalRef was used for another report meanwhile")
    @APIResponse(responseCode = "422", description = "Its Idempotency-Key was used for another report meanwhile")
    public HeldView accept(@Parameter(description = "Of the report in quarantine") @PathParam("id") String id) {
        return decisions.accept(caller.get(), id);
    }

    @POST
    @Path("/{id}/refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.LIAISON)
    @Operation(operationId = "refuseQuarantinedReport", summary = "Refuse a report in quarantine", description = "It becomes no report. Its operator sees the reason.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Refusal.class),
            examples = @ExampleObject(name = "replayed", value = "{\"reason\": \"The operator says on the phone that nothing was sent\"}")))
    @APIResponse(responseCode = "200", description = "Refused, now or before", content = @Content(schema = @Schema(implementation = HeldView.class)))
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "It was accepted")
    @APIResponse(responseCode = "422", description = "No reason")
    public HeldView refuse(@Parameter(description = "Of the report in quarantine") @PathParam("id") String id, InputStream body) {
        String reason = REFUSAL.read(body).reason();
        return decisions.refuse(caller.get(), id, reason);
    }

    @POST
    @Path("/nonces")
    @RolesAllowed(Role.SENSOR)
    @Operation(operationId = "createNonce", summary = "A number to sign",
            description = "For the assertion of a client that signs with a key of its own. Also with a token whose times are wrong, as long as all else "
                    + "about it is right.")
    @APIResponse(responseCode = "200", description = "The number; it is good for one request",
            content = @Content(schema = @Schema(implementation = NonceAnswer.class)))
    @APIResponse(responseCode = "404", description = "No client of this name was enrolled here")
    public NonceAnswer nonce() {
        EnrolledClients.Sensor sensor = clients.sensor(caller.get().client()).orElseThrow(() -> Problem.notFound("client"));
        return new NonceAnswer(nonces.next(sensor.id()));
    }
}
