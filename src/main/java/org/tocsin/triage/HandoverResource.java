package org.tocsin.triage;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

@Path("/api/v1/handovers")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.LIAISON)
@Tag(name = "Triage")
public class HandoverResource {

    /** @param note for who takes over */
    @Schema(name = "HandoverOffer")
    public record Offer(
            @Schema(required = true, minLength = 1, maxLength = 2000, description = "What the next one must know") String note) {
    }

    static final Body<Offer> OFFER = new Body<>(Offer.class);

    private final CurrentCaller caller;
    private final HandoverDesk desk;

    HandoverResource(CurrentCaller caller, HandoverDesk desk) {
        this.caller = caller;
        this.desk = desk;
    }

    @GET
    @Operation(operationId = "listHandovers", summary = "Who goes off shift", description = "Offers that nobody has taken over yet, with what is held.")
    @APIResponse(responseCode = "200", description = "The offers, oldest first")
    public List<HandoverView> open() {
        return desk.open();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "offerHandover", summary = "Offer all that you hold to the next shift", description = "You hold it until another liaison takes it over. A second offer replaces the first.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Offer.class),
            examples = @ExampleObject(name = "offer", value = "{\"note\": \"The north station is called back at six; all else can wait.\"}")))
    @APIResponse(responseCode = "200", description = "Offered")
    public HandoverView offer(InputStream body) {
        return desk.offer(caller.get(), OFFER.read(body).note());
    }

    @POST
    @Path("/{handover}/take")
    @Operation(operationId = "acceptHandover", summary = "Take over what another liaison holds", description = "All of it, in one act. Each report's timeline says from whom, with the note.")
    @APIResponse(responseCode = "200", description = "It is yours")
    @APIResponse(responseCode = "404", description = "There is no such offer")
    @APIResponse(responseCode = "409", description = "It is your own, another was first, or it was taken back")
    public HandoverView take(@Parameter(description = "The offer's id") @PathParam("handover") String handover) {
        return desk.take(caller.get(), handover);
    }

    @DELETE
    @Path("/{handover}")
    @Operation(operationId = "withdrawHandover", summary = "Take your offer back", description = "You stay on shift, and hold what you hold.")
    @APIResponse(responseCode = "204", description = "Taken back")
    @APIResponse(responseCode = "404", description = "There is no such offer of yours")
    @APIResponse(responseCode = "409", description = "It has been taken over, or taken back before")
    public void takeBack(@Parameter(description = "The offer's id") @PathParam("handover") String handover) {
        desk.takeBack(caller.get(), handover);
    }
}
