package org.tocsin.delivery;

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
import java.util.List;
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

@Path("/api/v1/reports/{id}/deliveries")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
public class DeliveryResource {

    /** @param reason the operator reads it */
    @Schema(name = "GiveUp")
    public record GiveUp(
            @Schema(required = true, minLength = 1, maxLength = 2000, description = "Why; the operator reads it") String reason) {
    }

    static final Body<GiveUp> GIVE_UP = new Body<>(GiveUp.class);

    private final CurrentCaller caller;
    private final DeliveryReading reading;
    private final DeliveryDesk desk;

    DeliveryResource(CurrentCaller caller, DeliveryReading reading, DeliveryDesk desk) {
        this.caller = caller;
        this.reading = reading;
        this.desk = desk;
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON, Role.AUDITOR})
    @Operation(operationId = "listReportDeliveries", summary = "Where a report has gone",
            description = "One delivery for each released revision and destination. Liaisons and auditors read every attempt and its reason; "
                    + "operators read how it stands and what they can do. "
                    + "Delivered means that the destination's receipt was verified and is stored here.")
    @APIResponse(responseCode = "200", description = "The deliveries; an empty list before the release")
    @APIResponse(responseCode = "404", description = "There is none, or it is another organisation's")
    public List<DeliveryView> deliveries(
            @Parameter(description = "Id or reference") @PathParam("id") String id) {
        return reading.of(caller.get(), id);
    }

    @POST
    @Path("/{delivery}/retry")
    @RolesAllowed(Role.LIAISON)
    @Operation(operationId = "retryDelivery", summary = "Try a delivery again at once",
            description = "Also one that was given up. It goes under the same delivery id with the same bytes. Its lane stays in order: "
                    + "while an earlier revision is on its way to that destination, it waits for that one.")
    @APIResponse(responseCode = "200", description = "It is due now")
    @APIResponse(responseCode = "404", description = "There is no such delivery of this report")
    @APIResponse(responseCode = "409", description = "It has arrived, or is being sent at this moment")
    public DeliveryView retry(@Parameter(description = "Id or reference of the report") @PathParam("id") String id,
            @Parameter(description = "The delivery's id") @PathParam("delivery") String delivery) {
        return desk.retry(caller.get(), id, delivery);
    }

    @POST
    @Path("/{delivery}/give-up")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.LIAISON)
    @Operation(operationId = "abandonDelivery", summary = "Give a delivery up",
            description = "Nothing more is sent of it; later revisions no longer wait for it. The operator reads the reason. When nothing else of "
                    + "the release is on its way, the report goes on as far as it has arrived, or back to the queue when it has arrived nowhere.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = GiveUp.class),
            examples = @ExampleObject(name = "give up", value = "{\"reason\": \"The CERT took it on the telephone; its intake is being rebuilt.\"}")))
    @APIResponse(responseCode = "200", description = "Given up")
    @APIResponse(responseCode = "404", description = "There is no such delivery of this report")
    @APIResponse(responseCode = "409", description = "It has arrived or was given up, or is being sent at this moment")
    public DeliveryView giveUp(@Parameter(description = "Id or reference of the report") @PathParam("id") String id,
            @Parameter(description = "The delivery's id") @PathParam("delivery") String delivery, InputStream body) {
        return desk.giveUp(caller.get(), id, delivery, GIVE_UP.read(body).reason());
    }
}
