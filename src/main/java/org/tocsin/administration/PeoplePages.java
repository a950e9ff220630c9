package org.tocsin.administration;

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
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.audit.AuditTrail;
import org.tocsin.client.Invitation;
import org.tocsin.client.People;
import org.tocsin.party.Caller;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.OrganisationRegister;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** The people of an organisation, who are the identity provider's. */
@Path("/admin/organisations/{path}/people")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed(Role.ADMIN)
public class PeoplePages {

    /** In the place of an organisation's id: that of who administers. */
    private static final String OUR_OWN = "-";
    private static final int LOGGED = 20;
    private static final MultivaluedMap<String, String> NOTHING_SENT = new MultivaluedHashMap<>();

    private final CurrentCaller caller;
    private final OrganisationRegister register;
    private final People people;
    private final AuditTrail trail;
    private final Transactions transactions;

    PeoplePages(CurrentCaller caller, OrganisationRegister register, People people, AuditTrail trail, Transactions transactions) {
        this.caller = caller;
        this.register = register;
        this.people = people;
        this.trail = trail;
        this.transactions = transactions;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public TemplateInstance people(@PathParam("path") String path, @QueryParam("told") String told) {
        return AdminTemplates.people(sheet(path), AdminForm.empty(said(told)));
    }

    @POST
    @Operation(hidden = true)
    public Response invite(@PathParam("path") String path, MultivaluedMap<String, String> sent) {
        return act(path, sent, (admin, organisation, form) -> people.invite(admin, organisation, new Invitation(form.text("mail").strip(),
                form.text("firstName").strip(), form.text("lastName").strip(), roles(form))) ? "invited" : "unwritten");
    }

    @POST
    @Path("/{person}/invitation")
    @Operation(hidden = true)
    public Response inviteAgain(@PathParam("path") String path, @PathParam("person") String person) {
        return act(path, NOTHING_SENT, (admin, organisation, form) -> people.inviteAgain(admin, organisation, person) ? "invited" : "unwritten");
    }

    @POST
    @Path("/{person}/roles")
    @Operation(hidden = true)
    public Response roles(@PathParam("path") String path, @PathParam("person") String person, MultivaluedMap<String, String> sent) {
        return act(path, sent, (admin, organisation, form) -> {
            people.setRoles(admin, organisation, person, roles(form));
            return "roles";
        });
    }

    @POST
    @Path("/{person}/disable")
    @Operation(hidden = true)
    public Response disable(@PathParam("path") String path, @PathParam("person") String person) {
        return act(path, NOTHING_SENT, (admin, organisation, form) -> {
            people.disable(admin, organisation, person);
            return "disabled";
        });
    }

    @POST
    @Path("/{person}/enable")
    @Operation(hidden = true)
    public Response enable(@PathParam("path") String path, @PathParam("person") String person) {
        return act(path, NOTHING_SENT, (admin, organisation, form) -> {
            people.enable(admin, organisation, person);
            return "enabled";
        });
    }

    @POST
    @Path("/{person}/sign-out")
    @Operation(hidden = true)
    public Response signOut(@PathParam("path") String path, @PathParam("person") String person) {
        return act(path, NOTHING_SENT, (admin, organisation, form) -> {
            people.signOut(admin, organisation, person);
            return "signed-out";
        });
    }

    private interface Act {
        /** @return what is said of it on the page that follows */
        String by(Caller admin, String organisation, AdminForm form);
    }

    private Response act(String path, MultivaluedMap<String, String> sent, Act act) {
        Caller admin = caller.get();
        name(path);
        try {
            String told = act.by(admin, organisation(path), AdminForm.refused(sent, null));
            return Response.seeOther(URI.create("/admin/organisations/" + path + "/people?told=" + told)).build();
        } catch (Problem problem) {
            if (problem.status() == Response.Status.NOT_FOUND.getStatusCode()) {
                throw problem; // then there is no page to bring back
            }
            return Response.status(problem.status()).entity(AdminTemplates.people(sheet(path), AdminForm.refused(sent, problem))).build();
        }
    }

    private static List<String> roles(AdminForm form) {
        return form.all("roles");
    }

    private PeopleSheet sheet(String path) {
        String name = name(path);
        String organisation = organisation(path);
        List<Happened> log = transactions.seeing(Sight.all(), () -> trail.ofOrganisation(organisation, List.of("person"), LOGGED)).stream()
                .filter(entry -> !entry.type().endsWith("-begun"))
                .map(Happened::of).toList();
        return new PeopleSheet(path, name, people.of(organisation), People.roles(caller.get(), organisation), caller.get().actor().subject(), log);
    }

    private String organisation(String path) {
        return path.equals(OUR_OWN) ? caller.get().ownOrganisation() : path;
    }

    /** @throws Problem 404 for an organisation that is not registered; our own reports nothing here and need not be */
    private String name(String path) {
        return path.equals(OUR_OWN) ? "Our own people" : register.one(caller.get(), path).organisation().name;
    }

    private static String said(String word) {
        return switch (String.valueOf(word)) {
            case "invited" -> "The identity provider has written to this person how to sign in for the first time.";
            case "unwritten" -> "The account is there, but the identity provider could not write to this person. Check its mail settings, then invite again.";
            case "roles" -> "The roles are changed. The person is signed out and has them from the next sign-in.";
            case "disabled" -> "The account is disabled and signed out everywhere.";
            case "enabled" -> "The account can sign in again.";
            case "signed-out" -> "The person is signed out everywhere. What is open in a browser ends within five minutes.";
            default -> null;
        };
    }
}
