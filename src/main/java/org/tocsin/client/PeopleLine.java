package org.tocsin.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tocsin.json.Json;
import org.tocsin.problem.Problem;

/**
 * The people of our realm, as far as our account there may manage them. No password goes over this line in either direction: who
 * is invited sets one at the provider. Never called inside a transaction.
 */
@ApplicationScoped
class PeopleLine {

    private static final String USERS = "/users";
    private static final int MOST = 100;

    private final AdminLine line;
    private final List<String> requiredActions;

    PeopleLine(PeopleConfig config, @ConfigProperty(name = "tocsin.issuer") String issuer) {
        this.line = new AdminLine(issuer, config.account(), config.accountSecret(), config.timeout());
        this.requiredActions = config.requiredActions();
    }

    boolean hasAccount() {
        return line.hasAccount();
    }

    /** By their accounts' names; at most a hundred. */
    List<Person> of(String organisation) {
        AdminLine.Session session = line.open();
        return stream(session.get(USERS + "?briefRepresentation=false&max=" + MOST + "&q=" + AdminLine.encoded("organisation:" + organisation)))
                .filter(user -> isOf(user, organisation))
                .map(user -> person(user, roles(session, user.path("id").asText())))
                .toList();
    }

    Optional<Person> one(String organisation, String id) {
        if (!id.matches("[0-9A-Za-z-]{1,64}")) {
            return Optional.empty();
        }
        AdminLine.Session session = line.open();
        return found(session, organisation, id).map(user -> person(user, roles(session, id)));
    }

    /** @throws Problem 422 when there is such an account already, whoever's it is */
    String add(String organisation, Invitation invitation) {
        AdminLine.Session session = line.open();
        ObjectNode user = Json.MAPPER.createObjectNode().put("username", invitation.mail()).put("email", invitation.mail())
                .put("firstName", invitation.firstName()).put("lastName", invitation.lastName()).put("enabled", true);
        user.putObject("attributes").putArray("organisation").add(organisation);
        ArrayNode actions = user.putArray("requiredActions");
        requiredActions.forEach(actions::add);
        session.send("POST", USERS, user.toString());
        String id = session.get(USERS + "?exact=true&username=" + AdminLine.encoded(invitation.mail())).path(0).path("id").asText();
        give(session, id, invitation.roles());
        return id;
    }

    /** Asks the provider to write to the person what is to be done. It fails where the realm has no mail. */
    void write(String id) {
        ArrayNode actions = Json.MAPPER.createArrayNode();
        requiredActions.forEach(actions::add);
        line.open().send("PUT", USERS + "/" + id + "/execute-actions-email", actions.toString());
    }

    void enable(String organisation, String id, boolean enabled) {
        AdminLine.Session session = line.open();
        ObjectNode user = (ObjectNode) found(session, organisation, id).orElseThrow(() -> Problem.notFound("person"));
        session.send("PUT", USERS + "/" + id, user.put("enabled", enabled).toString());
    }

    /** Exactly these of ours from now on; roles that are not ours stay as they are. */
    void setRoles(String id, List<String> wanted) {
        AdminLine.Session session = line.open();
        ArrayNode gone = Json.MAPPER.createArrayNode();
        stream(session.get(mappings(id))).filter(role -> People.ROLES.contains(role.path("name").asText()) && !wanted.contains(role.path("name").asText()))
                .forEach(gone::add);
        if (!gone.isEmpty()) {
            session.send("DELETE", mappings(id), gone.toString());
        }
        give(session, id, wanted);
    }

    /** Ends all sessions of the person there; ours end when they next ask for a token, which is within a minute. */
    void signOut(String id) {
        line.open().send("POST", USERS + "/" + id + "/logout", null);
    }

    private static void give(AdminLine.Session session, String id, List<String> wanted) {
        ArrayNode given = Json.MAPPER.createArrayNode();
        stream(session.get(mappings(id) + "/available")).filter(role -> wanted.contains(role.path("name").asText())).forEach(given::add);
        if (!given.isEmpty()) {
            session.send("POST", mappings(id), given.toString());
        }
    }

    private static String mappings(String id) {
        return USERS + "/" + id + "/role-mappings/realm";
    }

    private static Optional<JsonNode> found(AdminLine.Session session, String organisation, String id) {
        try {
            return Optional.of(session.get(USERS + "/" + id)).filter(user -> isOf(user, organisation));
        } catch (IdentityProviderDown none) {
            if (none.answered == 404) {
                return Optional.empty();
            }
            throw none;
        }
    }

    /** A person, and this organisation's: the provider's search also finds what begins so. */
    private static boolean isOf(JsonNode user, String organisation) {
        return !user.has("serviceAccountClientId")
                && user.path("attributes").path("organisation").path(0).asText().equals(organisation);
    }

    private static List<String> roles(AdminLine.Session session, String id) {
        List<String> held = stream(session.get(mappings(id))).map(role -> role.path("name").asText()).toList();
        return People.ROLES.stream().filter(held::contains).toList();
    }

    private static Person person(JsonNode user, List<String> roles) {
        String name = (user.path("firstName").asText("") + " " + user.path("lastName").asText("")).strip();
        String account = user.path("username").asText();
        return new Person(user.path("id").asText(), account, name.isEmpty() ? account : name, user.path("email").asText(null),
                user.path("enabled").asBoolean(), roles, stream(user.path("requiredActions")).map(JsonNode::asText).sorted().toList());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
