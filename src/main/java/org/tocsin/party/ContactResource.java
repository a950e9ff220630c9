package org.tocsin.party;

import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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

@Path("/api/v1/organisations/{id}/contacts")
@BearerTokenAuthentication
@Tenant("api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations")
@APIResponse(responseCode = "403", description = "Wrong role, or an account without organisation")
@APIResponse(responseCode = "404", description = "There is no such organisation, or it is not yours; or no such held change")
public class ContactResource {

    @Schema(name = "ContactCallBack")
    public record CallBackAct(@Schema(required = true, minLength = 1, maxLength = CallBack.CHARACTERS,
            description = "Whom you reached on which of the contacts recorded before") String calledBack) {
    }

    private static final String CALLED = """
            {"calledBack": "M. Ortiz, on the satellite phone recorded in March"}""";

    private static final Body<ContactBook> BOOK = new Body<>(ContactBook.class);
    private static final Body<CallBackAct> ACT = new Body<>(CallBackAct.class);

    private final CurrentCaller caller;
    private final ContactDesk desk;

    ContactResource(CurrentCaller caller, ContactDesk desk) {
        this.caller = caller;
        this.desk = desk;
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.LIAISON, Role.AUDITOR, Role.ADMIN})
    @Operation(operationId = "getContacts", summary = "How an organisation is reached")
    @APIResponse(responseCode = "200", description = "The contacts, and what waits for a call-back",
            content = @Content(schema = @Schema(implementation = ContactsView.class)))
    public ContactsView read(@Parameter(description = "The organisation's id") @PathParam("id") String id) {
        return desk.read(caller.get(), id);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OPERATOR, Role.ADMIN})
    @Operation(operationId = "putContacts", summary = "Say how an organisation is reached", description = "All of it. While something of the organisation's is "
            + "compromised, a change by its own people is held until a liaison has called back.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ContactBook.class),
            examples = @ExampleObject(name = "time service", value = """
                    {"mail": ["soc@time.example.org"], "phones": ["+49 30 901820"],
                     "outOfBand": ["M. Ortiz, head of SOC, satellite phone +881 6 1234 5678"]}""")))
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = ContactsView.class)))
    @APIResponse(responseCode = "202", description = "Held for a call-back", content = @Content(schema = @Schema(implementation = ContactsView.class)))
    @APIResponse(responseCode = "409", description = "10 changes are held already")
    public Response put(@Parameter(description = "The organisation's id") @PathParam("id") String id, @Context HttpHeaders headers, InputStream body) {
        ContactDesk.Written written = desk.put(caller.get(), id, BOOK.read(body), Precondition.of(headers));
        return Response.status(written.held() ? Response.Status.ACCEPTED : Response.Status.OK).entity(written.contacts()).build();
    }

    @POST
    @Path("/held/{held}/confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.LIAISON, Role.ADMIN})
    @Operation(operationId = "confirmContactChange", summary = "Let a held change of contacts be, after a call-back")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CallBackAct.class),
            examples = @ExampleObject(name = "reached", value = CALLED)))
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = ContactsView.class)))
    @APIResponse(responseCode = "409", description = "It was decided on before")
    public ContactsView confirm(@Parameter(description = "The organisation's id") @PathParam("id") String id, @Parameter(description = "The held change's id") @PathParam("held") String held, InputStream body) {
        return desk.confirm(caller.get(), id, held, ACT.read(body).calledBack());
    }

    @POST
    @Path("/held/{held}/refuse")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.LIAISON, Role.ADMIN})
    @Operation(operationId = "refuseContactChange", summary = "Let a held change of contacts not be, after a call-back")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CallBackAct.class),
            examples = @ExampleObject(name = "reached", value = CALLED)))
    @APIResponse(responseCode = "200", description = "Refused; the contacts are as they were",
            content = @Content(schema = @Schema(implementation = ContactsView.class)))
    @APIResponse(responseCode = "409", description = "It was decided on before")
    public ContactsView refuse(@Parameter(description = "The organisation's id") @PathParam("id") String id, @Parameter(description = "The held change's id") @PathParam("held") String held, InputStream body) {
        return desk.refuse(caller.get(), id, held, ACT.read(body).calledBack());
    }
}
