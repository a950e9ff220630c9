package org.tocsin.local;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Registers further accounts at our own realm, for tests in which one person is not enough. */
public final class TestPeople {

    private static final TestRealm REALM = new TestRealm(Keycloak.TOCSIN);
    private static final String DEMO = "demo";

    private TestPeople() {
    }

    /** Someone who asks with a token that was fetched once; it lasts for a test. */
    public record Account(String name, String token) {

        public RequestSpecification asks() {
            return given().auth().oauth2(token);
        }

        public RequestSpecification sends(String json) {
            return asks().contentType(ContentType.JSON).body(json);
        }
    }

    /** A person of an organisation. */
    public static Account person(String organisation, String role) {
        String name = "person-" + UUID.randomUUID();
        REALM.ask("POST", "/users", Map.of(
                "username", name,
                "enabled", true,
                "firstName", "Further",
                "lastName", "Person",
                "email", name + "@time.example",
                "emailVerified", true,
                "attributes", Map.of("organisation", List.of(organisation)),
                "credentials", List.of(Map.of("type", "password", "value", DEMO, "temporary", false))));
        REALM.give(REALM.ask("GET", "/users?exact=true&username=" + name, null).path(0).path("id").asText(), role);
        return new Account(name, TestStack.tokens().ofPerson(name));
    }

    /** Asks the person for a further step at the next sign-in, by Keycloak's name for it. */
    public static void mustFirst(Account person, String action) {
        String id = REALM.ask("GET", "/users?exact=true&username=" + person.name(), null).path(0).path("id").asText();
        REALM.ask("PUT", "/users/" + id, Map.of("requiredActions", List.of(action)));
    }

    /** A program of an organisation, with a role that is meant for people. */
    public static Account machine(String organisation, String role) {
        String name = "machine-" + UUID.randomUUID();
        REALM.addClient(name, Map.of(
                "clientId", name,
                "protocol", "openid-connect",
                "publicClient", false,
                "standardFlowEnabled", false,
                "serviceAccountsEnabled", true,
                "secret", DEMO,
                "protocolMappers", List.of(
                        mapper("audience", "oidc-audience-mapper", Map.of("included.custom.audience", "tocsin", "access.token.claim", "true")),
                        mapper("organisation", "oidc-hardcoded-claim-mapper", Map.of("claim.name", "organisation",
                                "claim.value", organisation, "jsonType.label", "String", "access.token.claim", "true")))), role);
        return new Account(name, TestStack.tokens().ofClient(name));
    }

    private static Map<String, Object> mapper(String name, String kind, Map<String, String> config) {
        return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", kind, "config", config);
    }
}
