package org.tocsin.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.tocsin.json.Json;

/** A client as Keycloak's admin API writes it (ClientRepresentation). */
final class ClientDocument {

    /** What was enrolled here carries this; nothing else is ever touched. */
    static final String MARK = "tocsin.enrolled";

    /** Longer than people's: a client that is cut off is refused here at once, whatever its token says. */
    private static final String LIFESPAN_SECONDS = "300";

    private ClientDocument() {
    }

    /**
     * Role and organisation come from mappers of the client's own: to give them to its service account would take the
     * right to manage people, too.
     *
     * @param audience this instance's name: tokens of the client are good nowhere else
     */
    static ObjectNode whole(Client client, Optional<String> secret, String audience) {
        ObjectNode document = changeable(client, secret)
                .put("clientId", client.id)
                .put("protocol", "openid-connect")
                .put("publicClient", false)
                .put("standardFlowEnabled", false)
                .put("implicitFlowEnabled", false)
                .put("directAccessGrantsEnabled", false)
                .put("serviceAccountsEnabled", true)
                .put("fullScopeAllowed", false);
        mapper(document, "audience", "oidc-audience-mapper")
                .put("included.custom.audience", audience)
                .put("access.token.claim", "true");
        mapper(document, "organisation", "oidc-hardcoded-claim-mapper")
                .put("claim.name", "organisation")
                .put("claim.value", client.organisation)
                .put("jsonType.label", "String")
                .put("access.token.claim", "true");
        // So that we can tell that no person stands behind its tokens: party.TokenSubject.
        mapper(document, "client, where no person stands behind the token", "oidc-usersessionmodel-note-mapper")
                .put("user.session.note", "client_id")
                .put("claim.name", "client_id")
                .put("jsonType.label", "String")
                .put("access.token.claim", "true");
        mapper(document, "role", "oidc-hardcoded-role-mapper").put("role", client.role);
        return document;
    }

    static ObjectNode changeable(Client client, Optional<String> secret) {
        ObjectNode document = Json.MAPPER.createObjectNode()
                .put("name", client.title)
                .put("enabled", client.isEnrolled() && !client.isCutOff());
        secret.ifPresent(word -> document.put("secret", word));
        ObjectNode attributes = document.putObject("attributes")
                .put(MARK, "true")
                .put("access.token.lifespan", LIFESPAN_SECONDS)
                .put("tls.client.certificate.bound.access.tokens", Boolean.toString(client.certificate != null));
        switch (Json.MAPPER.convertValue(client.proof, Proof.class)) {
            case SECRET -> document.put("clientAuthenticatorType", "client-secret");
            case KEY -> {
                PublicKey key = PublicKey.read(client.key).orElseThrow();
                document.put("clientAuthenticatorType", "client-jwt");
                attributes.put("token.endpoint.auth.signing.alg", key.algorithm())
                        .put("use.jwks.string", "true")
                        .put("jwks.string", key.asSet());
            }
            case CERTIFICATE -> {
                document.put("clientAuthenticatorType", "client-x509");
                attributes.put("x509.subjectdn", EnrolledCertificate.read(client.certificate).orElseThrow().subject())
                        .put("x509.allow.regex.pattern.comparison", "false");
            }
        }
        return document;
    }

    private static ObjectNode mapper(ObjectNode document, String name, String kind) {
        return document.withArray("protocolMappers").addObject()
                .put("name", name).put("protocol", "openid-connect").put("protocolMapper", kind)
                .putObject("config");
    }
}
