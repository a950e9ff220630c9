package org.tocsin.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;

@Path("/api/v1/reports/{id}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
public class DeliveryResource {

    private final CurrentCaller caller;
    private final DeliveryReading reading;

    DeliveryResource(CurrentCaller caller, DeliveryReading reading) {
        this.caller = caller;
        this.reading = reading;
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON, Role.AUDITOR})
    @Operation(summary = "Where a report has gone",
            description = "One delivery for each released revision and destination, with every attempt and its reason. "
                    + "Delivered means that the destination's receipt was verified and is stored here.")
    @APIResponse(responseCode = "200", description = "The deliveries; an empty list before the release")
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "403", description = "Wrong role")
    @APIResponse(responseCode = "404", description = "There is none, or it is another organisation's")
    public List<DeliveryView> deliveries(
            @Parameter(description = "Id or reference") @PathParam("id") String id) {
        return reading.of(caller.get(), id);
    }
}
