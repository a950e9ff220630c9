package org.tocsin.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tocsin.json.Json;

/** What a test with {@link StackResource} needs of the stack: tokens and certificates. */
public final class TestStack {

    private static final Path ROOT = Path.of("target", "stack");
    private static final String BRIEF = "brief";

    private TestStack() {
    }

    static Home home() {
        return Home.at(ROOT);
    }

    public static Tokens tokens(String realm) {
        return Tokens.from(keycloak(), realm);
    }

    private static Keycloak.Addresses keycloak() {
        Map<Port, Integer> numbers = new HashMap<>();
        numbers.put(Port.KEYCLOAK, number("tocsin.test.keycloak"));
        numbers.put(Port.KEYCLOAK_TLS, number("tocsin.test.keycloak-tls"));
        return new Keycloak.Addresses(new Ports(numbers));
    }

    /** Tokens of the realm `tocsin`: its people and sensors. */
    public static Tokens tokens() {
        return tokens(Keycloak.TOCSIN);
    }

    /** A person's token that expires after a few seconds. */
    public static String briefToken(String user) {
        return tokens().ofPersonThrough(clientWithTokens(4), user);
    }

    /** A public client through which people get tokens that last so many seconds. */
    public static String clientWithTokens(int seconds) {
        String id = BRIEF + "-" + seconds;
        ObjectNode client = Json.MAPPER.createObjectNode().put("clientId", id).put("publicClient", true)
                .put("directAccessGrantsEnabled", true).put("fullScopeAllowed", true);
        client.putObject("attributes").put("access.token.lifespan", Integer.toString(seconds));
        addMapper(client, "oidc-audience-mapper").put("included.custom.audience", "tocsin");
        addMapper(client, "oidc-usermodel-attribute-mapper").put("user.attribute", "organisation")
                .put("claim.name", "organisation").put("jsonType.label", "String");
        new KeycloakAdmin(keycloak(), Keycloak.adminPassword(home())).addClient(Keycloak.TOCSIN, client);
        return id;
    }

    /** From now on the tokens of who signs in to the pages expire after so many seconds. Sessions go on, for they are refreshed. */
    public static void setLifespanOnPages(int seconds) {
        TestRealm realm = new TestRealm(Keycloak.TOCSIN);
        String id = realm.ask("GET", "/clients?clientId=pages", null).path(0).path("id").asText();
        realm.ask("PUT", "/clients/" + id, Map.of("attributes", Map.of("access.token.lifespan", Integer.toString(seconds))));
    }

    private static ObjectNode addMapper(ObjectNode client, String mapper) {
        return client.withArray("protocolMappers").addObject()
                .put("name", mapper).put("protocol", "openid-connect").put("protocolMapper", mapper)
                .putObject("config").put("access.token.claim", "true");
    }

    public static Certificates certificates() {
        return Certificates.at(home().keys());
    }

    /** A token of the gateway, bound to this certificate. */
    public static String gatewayToken(Certificates.Identity client) {
        return tokens(Keycloak.CERT).ofSigningClient("gateway", certificates().gatewayAssertion(), certificates().as(client));
    }

    /** Whether this process tests a service of its own, with people of its own, and not the packaged one with the demo's. */
    static boolean isThere() {
        return ConfigProvider.getConfig().getOptionalValue("tocsin.test.keycloak", Integer.class).isPresent();
    }

    private static int number(String key) {
        return ConfigProvider.getConfig().getValue(key, Integer.class);
    }
}
