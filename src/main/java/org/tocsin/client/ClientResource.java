package org.tocsin.client;

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
import org.tocsin.web.paging.PartSize;
import org.tocsin.web.paging.Slice;

@Path("/api/v1/clients")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clients", description = "Machine clients and peers: who may come in, and with what it proves itself")
public class ClientResource {

    private static final Body<Enrolment> ENROLMENT = new Body<>(Enrolment.class);
    private static final Body<Rotation> ROTATION = new Body<>(Rotation.class);
    private static final Body<Reason> REASON = new Body<>(Reason.class);

    private static final String ENROL_WITH_SECRET = """
            {"id": "sensor-harbour-1", "title": "Harbour, stratum 1", "organisation": "org-a", "role": "sensor",
             "proof": "secret"}""";
    private static final String ENROL_WITH_KEY = """
            {"id": "sensor-harbour-2", "title": "Harbour, grandmaster", "organisation": "org-a", "role": "sensor",
             "proof": "key",
             "key": {"kty": "EC", "crv": "P-256", "kid": "harbour-2",
                     "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}}""";

    private final CurrentCaller caller;
    private final ClientAdministration administration;

    ClientResource(CurrentCaller caller, ClientAdministration administration) {
        this.caller = caller;
        this.administration = administration;
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.AUDITOR})
    @Operation(operationId = "listClients", summary = "The clients that were enrolled here, in parts", description = "In the order of their ids.")
    @APIResponse(responseCode = "200", description = "A part of them, and where the next is")
    @APIResponse(responseCode = "400", description = "Unusable limit or duration")
    public Slice<ClientView> list(
            @Parameter(description = "Only this organisation's") @QueryParam("organisation") String organisation,
            @Parameter(description = "Only those whose certificate ends within this time, or has ended; ISO 8601: P30D")
            @QueryParam("expiringWithin") String expiringWithin,
            @Parameter(description = "As an earlier part's next says") @QueryParam("after") String after,
            @Parameter(description = PartSize.DESCRIPTION, schema = @Schema(minimum = "1", maximum = "" + PartSize.LARGEST)) @QueryParam("limit") @DefaultValue("100") int limit) {
        return administration.page(ClientQuery.of(organisation, expiringWithin, after, limit));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.ADMIN, Role.AUDITOR})
    @Operation(operationId = "getClient", summary = "One client")
    @APIResponse(responseCode = "200", description = "The client", content = @Content(schema = @Schema(implementation = ClientView.class)))
    @APIResponse(responseCode = "404", description = "None of this name was enrolled here")
    public ClientView client(@Parameter(description = "The client's id") @PathParam("id") String id) {
        return administration.view(id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN)
    @Operation(operationId = "enrolClient", summary = "Enrol a client",
            description = "It can get tokens at once. A secret is shown in this answer and never again.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Enrolment.class), examples = {
            @ExampleObject(name = "secret", summary = "A sensor with a secret that we make", value = ENROL_WITH_SECRET),
            @ExampleObject(name = "key", summary = "A sensor that signs with a key of its own", value = ENROL_WITH_KEY)}))
    @APIResponse(responseCode = "201", description = "Enrolled", content = @Content(schema = @Schema(implementation = Enrolled.class)))
    @APIResponse(responseCode = "409", description = "The name is taken")
    @APIResponse(responseCode = "503", description = "The identity provider is down, or this instance has no account there; nobody was enrolled")
    public Response enrol(InputStream body) {
        Enrolled enrolled = administration.enrol(caller.get(), ENROLMENT.read(body));
        return Response.created(URI.create("/api/v1/clients/" + enrolled.client().id())).entity(enrolled).build();
    }

    @POST
    @Path("/{id}/rotation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN)
    @Operation(operationId = "rotateClientCredentials", summary = "Give a client another secret, key or certificate",
            description = "The old one gets no more tokens from then on; those that it got stay good until they expire. If it was "
                    + "stolen, cut the client off first.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Rotation.class),
            examples = @ExampleObject(name = "secret", summary = "A new secret, which we make", value = "{}")))
    @APIResponse(responseCode = "200", description = "Changed; a new secret is in this answer and never shown again",
            content = @Content(schema = @Schema(implementation = Enrolled.class)))
    @APIResponse(responseCode = "404", description = "None of this name was enrolled here")
    @APIResponse(responseCode = "503", description = "The identity provider is down, or this instance has no account there: the secret was not changed")
    public Enrolled rotate(@Parameter(description = "The client's id") @PathParam("id") String id, InputStream body) {
        return administration.rotate(caller.get(), id, ROTATION.read(body));
    }

    @POST
    @Path("/{id}/cut-off")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN)
    @Operation(operationId = "revokeClient", summary = "Cut a client off",
            description = "Within a minute no token of it is good here, also none that has not expired; and it gets no new ones. Also "
                    + "while the identity provider is down: then it is brought to this later.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class),
            examples = @ExampleObject(name = "stolen", value = "{\"reason\": \"The machine was stolen on Sunday\"}")))
    @APIResponse(responseCode = "200", description = "Cut off, or it was before", content = @Content(schema = @Schema(implementation = ClientView.class)))
    @APIResponse(responseCode = "404", description = "None of this name was enrolled here")
    @APIResponse(responseCode = "422", description = "No reason")
    public ClientView cutOff(@Parameter(description = "The client's id") @PathParam("id") String id, InputStream body) {
        return administration.cutOff(caller.get(), id, REASON.read(body));
    }

    @POST
    @Path("/{id}/restoration")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN)
    @Operation(operationId = "restoreClient", summary = "Let a client in again that was cut off", description = "With the secret, key or certificate that it had.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class),
            examples = @ExampleObject(name = "found", value = "{\"reason\": \"Found again; its secret was changed\"}")))
    @APIResponse(responseCode = "200", description = "Let in, or it was not cut off", content = @Content(schema = @Schema(implementation = ClientView.class)))
    @APIResponse(responseCode = "404", description = "None of this name was enrolled here")
    @APIResponse(responseCode = "422", description = "No reason")
    public ClientView restore(@Parameter(description = "The client's id") @PathParam("id") String id, InputStream body) {
        return administration.restore(caller.get(), id, REASON.read(body));
    }
}
