package org.tocsin.party;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.tocsin.conditional.Precondition;
import org.tocsin.json.Body;

@Path("/api/v1/organisations/{id}/compromise")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations")
@APIResponse(responseCode = "403", description = "Wrong role, or an account without organisation")
@APIResponse(responseCode = "404", description = "There is no such organisation, or it is not yours")
public class CompromiseResource {

    @Schema(name = "CompromiseAct")
    public record CompromiseAct(
            @Schema(required = true, minItems = 1, maxItems = 3, description = "What is in someone else's hands") List<Means> means,
            @Schema(minLength = 1, maxLength = 500, description = "What you know, in a sentence") String reason) {
    }

    private static final Body<CompromiseAct> ACT = new Body<>(CompromiseAct.class);

    private final CurrentCaller caller;
    private final CompromiseSwitch compromise;

    CompromiseResource(CurrentCaller caller, CompromiseSwitch compromise) {
        this.caller = caller;
        this.compromise = compromise;
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.SENSOR, Role.LIAISON, Role.AUDITOR, Role.ADMIN})
    @Operation(operationId = "getCompromise", summary = "What of an organisation's is said to be compromised")
    @APIResponse(responseCode = "200", description = "What stands",
            content = @Content(schema = @Schema(implementation = CompromiseView.class)))
    public CompromiseView read(@Parameter(description = "The organisation's id") @PathParam("id") String id) {
        return compromise.read(caller.get(), id);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OPERATOR, Role.LIAISON, Role.ADMIN})
    @Operation(operationId = "declareCompromise", summary = "Say that an organisation's mail, phones or sign-in are compromised",
            description = "At once: if it is the mail, none goes there any more; liaisons see it on its reports with the out-of-band contacts "
                    + "that were recorded before, and withdrawals and changes of contact wait for a call-back. "
                    + "It adds to what stands; only a liaison or an administrator can lift it.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CompromiseAct.class),
            examples = @ExampleObject(name = "mail and sign-in", value = """
                    {"means": ["mail", "sign-in"], "reason": "The domain controller was taken over last night; our mailboxes are read."}""")))
    @APIResponse(responseCode = "200", description = "What stands now",
            content = @Content(schema = @Schema(implementation = CompromiseView.class)))
    public CompromiseView on(@Parameter(description = "The organisation's id") @PathParam("id") String id, @Context HttpHeaders headers, InputStream body) {
        CompromiseAct act = ACT.read(body);
        return compromise.on(caller.get(), id, act.means(), act.reason(), Precondition.of(headers));
    }

    @DELETE
    @RolesAllowed({Role.LIAISON, Role.ADMIN})
    @Operation(operationId = "liftCompromise", summary = "Lift it, after a call-back",
            description = "Never by the organisation itself: whoever has captured one of its accounts must not lift it.")
    @APIResponse(responseCode = "200", description = "Nothing stands now",
            content = @Content(schema = @Schema(implementation = CompromiseView.class)))
    @APIResponse(responseCode = "400", description = "It is not said who was called back")
    public CompromiseView off(
            @Parameter(description = "The organisation's id") @PathParam("id") String id,
            @Parameter(required = true, description = "Whom you reached on which of the contacts recorded before, in 1 to 200 characters",
                    example = "M. Ortiz, on the satellite phone recorded in March") @QueryParam("calledBack") String calledBack) {
        return compromise.off(caller.get(), id, calledBack);
    }
}
