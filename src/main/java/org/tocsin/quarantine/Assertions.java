package org.tocsin.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.tocsin.client.PublicKey;
import org.tocsin.json.Json;
import org.tocsin.seal.Jose;
import org.tocsin.seal.Sha256;

/**
 * Whether a client has signed this very request with its own key, after we gave it a number to sign. No clock is asked.
 *
 * <p>A JWS (RFC 7515), typ {@code tocsin-client-assertion+jws}, over {@code {aud, method, path, bodySha256, nonce}}.
 */
@ApplicationScoped
class Assertions {

    static final String HEADER = "Tocsin-Client-Assertion";
    static final String TYPE = "tocsin-client-assertion+jws";

    private final Nonces nonces;
    private final String ourName;

    Assertions(Nonces nonces, @ConfigProperty(name = "tocsin.instance.name") String ourName) {
        this.nonces = nonces;
        this.ourName = ourName;
    }

    /** Uses up the nonce, if all else is right. */
    boolean prove(String client, PublicKey key, String assertion, String method, String path, byte[] body) {
        JsonNode said = signed(key, assertion);
        return ourName.equals(said.path("aud").asText())
                && method.equals(said.path("method").asText())
                && path.equals(said.path("path").asText())
                && Sha256.hex(Sha256.of(body)).equals(said.path("bodySha256").asText())
                && nonces.use(client, said.path("nonce").asText());
    }

    private static JsonNode signed(PublicKey key, String assertion) {
        return Jose.read(() -> {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, key.algorithm()));
            jws.setCompactSerialization(assertion);
            jws.setKey(key.key());
            return TYPE.equals(jws.getHeader("typ")) && jws.verifySignature()
                    ? Optional.of(Json.tree(jws.getPayloadBytes())) : Optional.<JsonNode>empty();
        }).orElseGet(Json.MAPPER::missingNode);
    }
}
