package org.tocsin.seal;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.PrivateKey;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** This instance's own signature: Ed25519 in a JSON Web Signature (RFC 7515, RFC 8037). */
@Singleton
public class Seal {

    private final PublicJsonWebKey key;
    private final PrivateKey signing;

    @Inject
    Seal(SealConfig config) {
        this(Jwks.read(config.keyFile()));
    }

    /** @param privateKey a JSON Web Key, as text */
    public Seal(String privateKey) {
        try {
            key = PublicJsonWebKey.Factory.newPublicJwk(privateKey);
        } catch (JoseException e) {
            throw new IllegalStateException("tocsin.signing.key-file does not hold an Ed25519 JSON Web Key", e);
        }
        if (key.getPrivateKey() == null || key.getKeyId() == null) {
            throw new IllegalStateException("tocsin.signing.key-file must hold a private key and its kid");
        }
        signing = Ed25519.own(key.getPrivateKey());
    }

    /** @return header.payload.signature (RFC 7515 section 7.1) over these bytes */
    public String sign(byte[] payload, String type) {
        JsonWebSignature jws = jws(type);
        jws.setPayloadBytes(payload);
        return compact(jws);
    }

    /**
     * Signs bytes that travel beside the signature (RFC 7515 appendix F).
     *
     * @param header further protected header members, such as the audience
     * @return header..signature
     */
    public String signDetached(byte[] payload, String type, Map<String, Object> header) {
        JsonWebSignature jws = jws(type);
        header.forEach((name, value) -> jws.getHeaders().setObjectHeaderValue(name, value));
        jws.setPayloadBytes(payload);
        String[] parts = compact(jws).split("\\.");
        return parts[0] + ".." + parts[2];
    }

    /** The public half, for those who verify, as a JSON Web Key Set (RFC 7517 section 5). */
    public String publicKeys() {
        return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private JsonWebSignature jws(String type) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setProviderContext(Ed25519.provider());
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.getHeaders().setStringHeaderValue("typ", type);
        jws.setKey(signing);
        return jws;
    }

    private static String compact(JsonWebSignature jws) {
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("Signing failed", e);
        }
    }
}
