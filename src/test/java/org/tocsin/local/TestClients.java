package org.tocsin.local;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Registers further machine clients at the national CERT's realm, for tests of who may do what. */
public final class TestClients {

    private static final TestRealm REALM = new TestRealm(Keycloak.CERT);

    private TestClients() {
    }

    /** A new client that proves itself with the gateway's key, and whose tokens are bound to its certificate. */
    public static String bound(String role) {
        return register(role, true);
    }

    /** The same, but its tokens are bound to nothing. */
    public static String unbound(String role) {
        return register(role, false);
    }

    private static String register(String role, boolean bound) {
        String id = "client-" + UUID.randomUUID();
        REALM.addClient(id, Map.of(
                "clientId", id,
                "protocol", "openid-connect",
                "publicClient", false,
                "standardFlowEnabled", false,
                "serviceAccountsEnabled", true,
                "clientAuthenticatorType", "client-jwt",
                "attributes", Map.of(
                        "token.endpoint.auth.signing.alg", "ES256",
                        "use.jwks.string", "true",
                        "jwks.string", TestStack.certificates().gatewayAssertion().publicKeys(),
                        "tls.client.certificate.bound.access.tokens", Boolean.toString(bound)),
                "protocolMappers", List.of(Map.of(
                        "name", "audience",
                        "protocol", "openid-connect",
                        "protocolMapper", "oidc-audience-mapper",
                        "config", Map.of("included.custom.audience", "national-cert", "access.token.claim", "true")))), role);
        return id;
    }

    /** Its token, fetched with the gateway's certificate. */
    public static String token(String client) {
        Certificates certificates = TestStack.certificates();
        return TestStack.tokens(Keycloak.CERT)
                .ofSigningClient(client, certificates.gatewayAssertion(), certificates.as(certificates.gateway()));
    }
}
