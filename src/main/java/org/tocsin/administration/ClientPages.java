package org.tocsin.administration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.audit.AuditTrail;
import org.tocsin.client.ClientAdministration;
import org.tocsin.client.ClientQuery;
import org.tocsin.client.ClientView;
import org.tocsin.client.Enrolled;
import org.tocsin.client.Enrolment;
import org.tocsin.client.Reason;
import org.tocsin.client.Rotation;
import org.tocsin.json.Body;
import org.tocsin.json.Reading;
import org.tocsin.json.StrictReader;
import org.tocsin.party.Caller;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.OrganisationRegister;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.web.paging.Slice;

/** Machine clients and peers for administrators: by the same service as the API's. A secret is on one page, once. */
@Path("/admin/clients")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.ADMIN)
public class ClientPages {

    private static final Body<Enrolment> ENROLMENT = new Body<>(Enrolment.class);
    private static final Body<Rotation> ROTATION = new Body<>(Rotation.class);
    private static final Body<Reason> REASON = new Body<>(Reason.class);
    private static final StrictReader KEYS = new StrictReader(16 * 1024, 5);
    private static final int PAGE = 50;
    private static final int LOGGED = 200;

    private final CurrentCaller caller;
    private final ClientAdministration administration;
    private final OrganisationRegister organisations;
    private final AuditTrail trail;
    private final Transactions transactions;

    ClientPages(CurrentCaller caller, ClientAdministration administration, OrganisationRegister organisations, AuditTrail trail,
            Transactions transactions) {
        this.caller = caller;
        this.administration = administration;
        this.organisations = organisations;
        this.trail = trail;
        this.transactions = transactions;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance clients(@QueryParam("after") String after) {
        Slice<ClientView> page = administration.page(ClientQuery.of(null, null, after, PAGE));
        return AdminTemplates.clients(page.items(), page.next() == null ? null : page.next().replace("/api/v1/clients", "/admin/clients"),
                after == null);
    }

    @GET
    @Path("/new")
    @Operation(hidden = true)
    public TemplateInstance blank() {
        return AdminTemplates.enrol(organisations(), AdminForm.empty(null));
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response enrol(MultivaluedMap<String, String> sent) {
        AdminForm form = AdminForm.refused(sent, null);
        try {
            ObjectNode enrolment = withKey(form.json("id", "title", "organisation", "role", "proof", "certificate"), form);
            Enrolled enrolled = administration.enrol(caller.get(), ENROLMENT.read(bytes(enrolment)));
            return enrolled.secret() == null ? told(enrolled.client().id(), "enrolled")
                    : Response.ok(AdminTemplates.enrolled(enrolled, false)).build();
        } catch (Problem problem) {
            return Response.status(problem.status()).entity(AdminTemplates.enrol(organisations(), AdminForm.refused(sent, problem))).build();
        }
    }

    @GET
    @Path("/one/{id}")
    @Operation(hidden = true)
    public TemplateInstance client(@PathParam("id") String id, @QueryParam("told") String told) {
        return AdminTemplates.client(sheet(id), AdminForm.empty(said(told)));
    }

    @POST
    @Path("/one/{id}/rotation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response rotate(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        AdminForm form = AdminForm.refused(sent, null);
        try {
            Enrolled enrolled = administration.rotate(caller.get(), id, ROTATION.read(bytes(withKey(form.json("certificate"), form))));
            return enrolled.secret() == null ? told(id, "rotated") : Response.ok(AdminTemplates.enrolled(enrolled, true)).build();
        } catch (Problem problem) {
            return refused(id, sent, problem);
        }
    }

    @POST
    @Path("/one/{id}/cut-off")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response cutOff(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        try {
            administration.cutOff(caller.get(), id, reason(sent));
            return told(id, "cut-off");
        } catch (Problem problem) {
            return refused(id, sent, problem);
        }
    }

    @POST
    @Path("/one/{id}/restoration")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response restore(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        try {
            administration.restore(caller.get(), id, reason(sent));
            return told(id, "restored");
        } catch (Problem problem) {
            return refused(id, sent, problem);
        }
    }

    private Response refused(String id, MultivaluedMap<String, String> sent, Problem problem) {
        if (problem.status() == Response.Status.NOT_FOUND.getStatusCode()) {
            throw problem; // then there is no page to bring back
        }
        return Response.status(problem.status()).entity(AdminTemplates.client(sheet(id), AdminForm.refused(sent, problem))).build();
    }

    private ClientSheet sheet(String id) {
        ClientView client = administration.view(id);
        return new ClientSheet(client, transactions.seeing(Sight.all(), () -> trail.ofOrganisation(client.organisation(), List.of("client"), LOGGED))
                .stream().filter(entry -> entry.detail() != null && entry.detail().path("client").asText().equals(id))
                .map(Happened::of).toList());
    }

    private List<OrganisationLine> organisations() {
        Caller admin = caller.get();
        return organisations.all(admin).stream().map(each -> new OrganisationLine(each.id, each.name, each.createdAt, false)).toList();
    }

    /** A key is JSON within the JSON; what is none stays the text that it is, and is refused as that. */
    private static ObjectNode withKey(ObjectNode form, AdminForm sent) {
        String key = sent.text("key").strip();
        if (!key.isEmpty()) {
            Reading read = KEYS.read(key.getBytes(StandardCharsets.UTF_8));
            if (read.sound()) {
                form.set("key", read.tree());
            } else {
                form.put("key", key);
            }
        }
        return form;
    }

    private static Reason reason(MultivaluedMap<String, String> sent) {
        return REASON.read(bytes(AdminForm.refused(sent, null).json("reason")));
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Response told(String id, String word) {
        return Response.seeOther(URI.create("/admin/clients/one/" + id + "?told=" + word)).build();
    }

    private static String said(String word) {
        return switch (String.valueOf(word)) {
            case "enrolled" -> "It is enrolled and can get tokens at once.";
            case "rotated" -> "From now on it proves itself with what you gave.";
            case "cut-off" -> "It is cut off: within a minute no token of it is good here.";
            case "restored" -> "It may come in again, with the secret, key or certificate that it had.";
            default -> null;
        };
    }
}
