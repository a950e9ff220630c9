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
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.audit.AuditTrail;
import org.tocsin.conditional.Precondition;
import org.tocsin.json.Body;
import org.tocsin.party.Caller;
import org.tocsin.party.CompromiseSwitch;
import org.tocsin.party.ContactBook;
import org.tocsin.party.ContactDesk;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Means;
import org.tocsin.party.OrganisationRegister;
import org.tocsin.party.Role;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** Organisations for administrators: by the same services as the API's. */
@Path("/admin")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.ADMIN)
public class OrganisationPages {

    private static final Body<ContactBook> BOOK = new Body<>(ContactBook.class);
    private static final int LOGGED = 15;
    private static final int LONGEST_REASON = 500;

    private final CurrentCaller caller;
    private final OrganisationRegister register;
    private final ContactDesk contacts;
    private final CompromiseSwitch compromise;
    private final AuditTrail trail;
    private final Transactions transactions;

    OrganisationPages(CurrentCaller caller, OrganisationRegister register, ContactDesk contacts, CompromiseSwitch compromise,
            AuditTrail trail, Transactions transactions) {
        this.caller = caller;
        this.register = register;
        this.contacts = contacts;
        this.compromise = compromise;
        this.trail = trail;
        this.transactions = transactions;
    }

    @GET
    @Operation(hidden = true)
    public Response home() {
        return Response.seeOther(URI.create("/admin/organisations")).build();
    }

    @GET
    @Path("/organisations")
    @Operation(hidden = true)
    public TemplateInstance organisations() {
        return AdminTemplates.organisations(lines(), caller.get().organisation(), AdminForm.empty(null));
    }

    @POST
    @Path("/organisations")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response register(MultivaluedMap<String, String> sent) {
        AdminForm form = AdminForm.refused(sent, null);
        try {
            register.register(caller.get(), form.text("id").strip(), form.text("name").strip());
            return told(form.text("id").strip(), "registered");
        } catch (Problem problem) {
            return Response.status(problem.status()).entity(AdminTemplates.organisations(lines(), caller.get().organisation(), AdminForm.refused(sent, problem))).build();
        }
    }

    @GET
    @Path("/organisations/{id}")
    @Operation(hidden = true)
    public TemplateInstance organisation(@PathParam("id") String id, @QueryParam("told") String told) {
        return AdminTemplates.organisation(sheet(id), AdminForm.empty(said(told)));
    }

    @POST
    @Path("/organisations/{id}/contacts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response contacts(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return act(id, sent, "contacts", (admin, form) -> {
            ObjectNode book = form.json();
            for (String field : List.of("mail", "phones", "outOfBand")) {
                form.lines(field).forEach(line -> book.withArray(field).add(line));
            }
            contacts.put(admin, id, BOOK.read(book.toString().getBytes(StandardCharsets.UTF_8)), Precondition.NONE);
        });
    }

    @POST
    @Path("/organisations/{id}/held/{held}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response held(@PathParam("id") String id, @PathParam("held") String held, MultivaluedMap<String, String> sent) {
        return act(id, sent, "held", (admin, form) -> {
            if (form.says("decision", "confirm")) {
                contacts.confirm(admin, id, held, form.text("calledBack"));
            } else {
                contacts.refuse(admin, id, held, form.text("calledBack"));
            }
        });
    }

    @POST
    @Path("/organisations/{id}/compromise")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response compromised(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return act(id, sent, "compromised", (admin, form) -> {
            List<Means> means = Arrays.stream(Means.values()).filter(each -> form.has("means", each.code())).toList();
            String reason = form.text("reason").strip();
            if (means.isEmpty()) {
                throw Problem.invalid("form", List.of(new Fault("/means", "required", "Choose what is in someone else’s hands.")));
            }
            if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
                throw Problem.invalid("form", List.of(new Fault("/reason", "length", "Say in at most 500 characters what is known.")));
            }
            compromise.on(admin, id, means, reason, Precondition.NONE);
        });
    }

    @POST
    @Path("/organisations/{id}/lift")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response lift(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return act(id, sent, "lifted", (admin, form) -> compromise.off(admin, id, form.text("calledBack")));
    }

    private interface Act {
        void by(Caller admin, AdminForm form);
    }

    private Response act(String id, MultivaluedMap<String, String> sent, String told, Act act) {
        try {
            act.by(caller.get(), AdminForm.refused(sent, null));
            return told(id, told);
        } catch (Problem problem) {
            if (problem.status() == Response.Status.NOT_FOUND.getStatusCode()) {
                throw problem; // then there is no page to bring back
            }
            return Response.status(problem.status()).entity(AdminTemplates.organisation(sheet(id), AdminForm.refused(sent, problem))).build();
        }
    }

    private List<OrganisationLine> lines() {
        Set<String> compromised = register.compromised(caller.get());
        return register.all(caller.get()).stream()
                .map(each -> new OrganisationLine(each.id, each.name, each.createdAt, compromised.contains(each.id))).toList();
    }

    private OrganisationSheet sheet(String id) {
        Caller admin = caller.get();
        OrganisationRegister.Known known = register.one(admin, id);
        return new OrganisationSheet(new OrganisationLine(id, known.organisation().name, known.organisation().createdAt,
                !known.compromise().standing().isEmpty()),
                contacts.read(admin, id), known.compromise(),
                transactions.seeing(Sight.all(), () -> trail.ofOrganisation(id, List.of("organisation"), LOGGED)).stream().map(Happened::of).toList());
    }

    private static Response told(String id, String word) {
        return Response.seeOther(URI.create("/admin/organisations/" + id + "?told=" + word)).build();
    }

    private static String said(String word) {
        return switch (String.valueOf(word)) {
            case "registered" -> "The organisation is registered. Its people and machines can report as soon as their accounts name it.";
            case "contacts" -> "The contacts are recorded.";
            case "held" -> "That is decided.";
            case "compromised" -> "It is marked as compromised.";
            case "lifted" -> "Nothing of it counts as compromised any more.";
            default -> null;
        };
    }
}
