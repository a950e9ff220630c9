package org.tocsin.webhook;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.tocsin.conditional.Precondition;
import org.tocsin.json.Body;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.web.paging.Slice;

@Path("/api/v1/webhooks")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "News")
@APIResponse(responseCode = "403", description = "Wrong role, or an account without organisation")
public class WebhookResource {

    private static final String EXAMPLE = """
            {"url": "https://soc.example.org/hooks/tocsin", "types": ["report.*", "question.asked"], "description": "Ticket system"}""";

    private static final Body<WebhookDraft> DRAFT = new Body<>(WebhookDraft.class);

    private final CurrentCaller caller;
    private final WebhookDesk desk;

    WebhookResource(CurrentCaller caller, WebhookDesk desk) {
        this.caller = caller;
        this.desk = desk;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR)
    @Operation(operationId = "createWebhook", summary = "Register a webhook",
            description = "From now on each change of your organisation is posted there, one after the other, with ids, types and states "
                    + "and nothing of what reports say. At most 10 for each organisation. The answer shows the secret this once.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WebhookDraft.class),
            examples = @ExampleObject(name = "ticket system", value = EXAMPLE)))
    @APIResponse(responseCode = "201", description = "Registered", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "409", description = "There are 10 already")
    @APIResponse(responseCode = "422", description = "Every fault at once, such as a URL that may not be called")
    public Response register(InputStream body) {
        WebhookView registered = desk.register(caller.get(), DRAFT.read(body));
        return Response.created(URI.create("/api/v1/webhooks/" + registered.id())).entity(registered).build();
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.SENSOR})
    @Operation(operationId = "listWebhooks", summary = "Your organisation's webhooks")
    @APIResponse(responseCode = "200", description = "All of them, oldest first")
    public Slice<WebhookView> all() {
        return desk.all(caller.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.OPERATOR, Role.SENSOR})
    @Operation(operationId = "getWebhook", summary = "One webhook, and how it stands with it")
    @APIResponse(responseCode = "200", description = "The webhook", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "404", description = "There is none, or it is another organisation's")
    public WebhookView one(@Parameter(description = "The webhook's id") @PathParam("id") String id) {
        return desk.one(caller.get(), id);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR)
    @Operation(operationId = "putWebhook", summary = "Change a webhook", description = "Its secret and its place among the changes stay.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WebhookDraft.class),
            examples = @ExampleObject(name = "another host", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "404", description = "There is none, or it is another organisation's")
    @APIResponse(responseCode = "422", description = "Every fault at once, such as a URL that may not be called")
    public WebhookView change(@Parameter(description = "The webhook's id") @PathParam("id") String id, @Context HttpHeaders headers, InputStream body) {
        return desk.change(caller.get(), id, DRAFT.read(body), Precondition.of(headers));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.OPERATOR)
    @Operation(operationId = "deleteWebhook", summary = "Remove a webhook")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "404", description = "There is none, or it is another organisation's")
    public void remove(@Parameter(description = "The webhook's id") @PathParam("id") String id) {
        desk.remove(caller.get(), id);
    }

    @POST
    @Path("/{id}/secret")
    @RolesAllowed(Role.OPERATOR)
    @Operation(operationId = "rotateWebhookSecret", summary = "Give a webhook another secret",
            description = "The answer shows it this once. For 24 hours, unless configured otherwise, messages carry a signature of each.")
    @APIResponse(responseCode = "200", description = "The webhook with its new secret",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "404", description = "There is none, or it is another organisation's")
    public WebhookView rotate(@Parameter(description = "The webhook's id") @PathParam("id") String id) {
        return desk.rotate(caller.get(), id);
    }

    @POST
    @Path("/{id}/enable")
    @RolesAllowed(Role.OPERATOR)
    @Operation(operationId = "enableWebhook", summary = "Enable a webhook again", description = "It goes on where it stopped, so what happened meanwhile is sent now.")
    @APIResponse(responseCode = "200", description = "It is enabled", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "404", description = "There is none, or it is another organisation's")
    public WebhookView enable(@Parameter(description = "The webhook's id") @PathParam("id") String id) {
        return desk.enable(caller.get(), id);
    }

    @POST
    @Path("/{id}/ping")
    @RolesAllowed(Role.OPERATOR)
    @Operation(operationId = "pingWebhook", summary = "Send a test",
            description = "A message of the type webhook.ping, once, also to a disabled webhook. The attempts say how it went.")
    @APIResponse(responseCode = "202", description = "It will be sent in a moment",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "404", description = "There is none, or it is another organisation's")
    public Response ping(@Parameter(description = "The webhook's id") @PathParam("id") String id) {
        return Response.accepted(desk.ping(caller.get(), id)).build();
    }

    @GET
    @Path("/{id}/attempts")
    @RolesAllowed({Role.OPERATOR, Role.SENSOR})
    @Operation(operationId = "listWebhookAttempts", summary = "The last attempts to tell a webhook")
    @APIResponse(responseCode = "200", description = "The last 100, latest first")
    @APIResponse(responseCode = "404", description = "There is none, or it is another organisation's")
    public Slice<WebhookView.Attempt> attempts(@Parameter(description = "The webhook's id") @PathParam("id") String id) {
        return desk.attempts(caller.get(), id);
    }
}
