package org.tocsin.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** What a test with {@link StackResource} needs of the stack: tokens and certificates. */
public final class TestStack {

    private static final Path KEYS = Path.of("target", "stack", "keys");

    private TestStack() {
    }

    public static Tokens tokens(String realm) {
        Map<Port, Integer> numbers = new HashMap<>();
        numbers.put(Port.KEYCLOAK, number("tocsin.test.keycloak"));
        numbers.put(Port.KEYCLOAK_TLS, number("tocsin.test.keycloak-tls"));
        return Tokens.from(new Keycloak.Addresses(new Ports(numbers)), realm);
    }

    /** Tokens of the realm `tocsin`: its people and sensors. */
    public static Tokens tokens() {
        return tokens(Keycloak.TOCSIN);
    }

    public static Certificates certificates() {
        return Certificates.at(KEYS.toAbsolutePath());
    }

    /** A token of the gateway, bound to this certificate. */
    public static String gatewayToken(Certificates.Identity client) {
        return tokens(Keycloak.CERT).ofSigningClient("gateway", certificates().gatewayAssertion(), certificates().as(client));
    }

    private static int number(String key) {
        return ConfigProvider.getConfig().getValue(key, Integer.class);
    }
}
