package org.tocsin.local;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tocsin.audit.Actor;

/** Accounts of our own realm for tests. Their tokens are signed here; Keycloak gets to know those who sign in to pages. */
public final class TestPeople {

    private static final TestRealm REALM = new TestRealm(Keycloak.TOCSIN);
    private static final String DEMO = "demo";
    private static final Map<String, Account> BY_NAME = new ConcurrentHashMap<>();
    private static final Set<String> AT_KEYCLOAK = ConcurrentHashMap.newKeySet();

    private TestPeople() {
    }

    /**
     * @param name         a person's user name, or a machine's client id
     * @param subject      by which the identity provider tells accounts apart
     * @param organisation whose it is
     * @param role         the only one that it has
     * @param machine      whether it is a program
     */
    public record Account(String name, String subject, String organisation, String role, boolean machine) {

        public String token() {
            return TestTokens.of(this);
        }

        /** As the service knows it. */
        public String identifier() {
            return machine ? Actor.client(name).id() : Actor.person(ConfigProvider.getConfig().getValue("tocsin.issuer", String.class), subject, name).id();
        }

        public RequestSpecification asks() {
            return given().auth().oauth2(token());
        }

        public RequestSpecification sends(String json) {
            return asks().contentType(ContentType.JSON).body(json);
        }
    }

    /** A further person of an organisation. */
    public static Account person(String organisation, String role) {
        return account("person-" + UUID.randomUUID(), organisation, role, false);
    }

    /** A program of an organisation, with a role that may be meant for people. */
    public static Account machine(String organisation, String role) {
        return account("machine-" + UUID.randomUUID(), organisation, role, true);
    }

    static Account account(String name, String organisation, String role, boolean machine) {
        String subject = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        return BY_NAME.computeIfAbsent(name, one -> new Account(one, subject, organisation, role, machine));
    }

    /**
     * The user name to sign in with at Keycloak, which knows the account from now on.
     *
     * @param user a person of these tests, or one of the demo's by its name there, which means the running class's own
     */
    static String atKeycloak(String user) {
        if (!TestStack.isThere()) {
            return user; // the whole stack has the demo's people, as they are
        }
        Account account = As.named(user).map(As::account).orElseGet(() -> BY_NAME.get(user));
        if (account == null) {
            return user;
        }
        if (AT_KEYCLOAK.add(account.name())) {
            bringToKeycloak(account);
        }
        return account.name();
    }

    /** Lets Keycloak know these people, as it does when they sign in. */
    public static void known(As... people) {
        for (As person : people) {
            atKeycloak(person.user());
        }
    }

    /** So that Keycloak knows the account, too. */
    public static Account atKeycloak(Account person) {
        atKeycloak(person.name());
        return person;
    }

    /** The account is removed, and another person gets its name: from now on Keycloak knows that one. */
    public static Account namesake(Account gone) {
        Account another = new Account(gone.name(), UUID.randomUUID().toString(), gone.organisation(), gone.role(), false);
        BY_NAME.put(another.name(), another);
        AT_KEYCLOAK.remove(another.name());
        atKeycloak(another.name());
        return another;
    }

    /** A person with this name. */
    public static Account named(String name, String organisation, String role) {
        return account(name, organisation, role, false);
    }

    private static void bringToKeycloak(Account person) {
        // An earlier run may have left somebody of that name there, in whatever state.
        REALM.ask("POST", "/partialImport", Map.of("ifResourceExists", "OVERWRITE", "users", List.of(Map.of(
                "id", person.subject(),
                "username", person.name(),
                "enabled", true,
                "firstName", "Further",
                "lastName", "Person",
                "email", person.name() + "@time.example",
                "emailVerified", true,
                "attributes", Map.of("organisation", List.of(person.organisation())),
                "realmRoles", List.of(person.role()),
                "credentials", List.of(Map.of("type", "password", "value", DEMO, "temporary", false))))));
    }

    public static void disable(Account person) {
        REALM.ask("PUT", "/users/" + person.subject(), Map.of("enabled", false));
    }

    public static void takeAway(Account person, String role) {
        REALM.ask("DELETE", "/users/" + person.subject() + "/role-mappings/realm", List.of(REALM.ask("GET", "/roles/" + role, null)));
    }

    /** Ends all sessions of the person at the identity provider. Our own cookies stay. */
    public static void endSessions(Account person) {
        REALM.ask("POST", "/users/" + person.subject() + "/logout", null);
    }

    /** Asks the person for a further step at the next sign-in, by Keycloak's name for it. */
    public static void mustFirst(Account person, String action) {
        atKeycloak(person.name());
        REALM.ask("PUT", "/users/" + person.subject(), Map.of("requiredActions", List.of(action)));
    }
}
