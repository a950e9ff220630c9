package org.tocsin.seal;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** The public keys of one other party, and the only question put to them: is this its signature? */
public final class TrustedKeys {

    private static final AlgorithmConstraints ED25519 =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA);

    private final Supplier<JsonWebKeySet> keys;

    private TrustedKeys(Supplier<JsonWebKeySet> keys) {
        this.keys = keys;
    }

    /**
     * @param file a JSON Web Key Set (RFC 7517 section 5). Once it is another, the keys in it are used from then on; while it
     *             cannot be read, those that were in it
     */
    public static TrustedKeys in(Path file) {
        return new TrustedKeys(new WatchedFile<>(file, Jwks::keySet)::get);
    }

    public static TrustedKeys of(String keySet) {
        try {
            JsonWebKeySet keys = new JsonWebKeySet(keySet);
            return new TrustedKeys(() -> keys);
        } catch (JoseException e) {
            throw new IllegalArgumentException("Not a JSON Web Key Set (RFC 7517 section 5)", e);
        }
    }

    /** @return what was signed, or nothing when the signature is not by one of these keys */
    public Optional<Signed> verify(String compact) {
        return verify(compact, null);
    }

    /** @param detached header..signature over bytes that travelled beside it (RFC 7515 appendix F) */
    public Optional<Signed> verifyDetached(String detached, byte[] payload) {
        return verify(detached, Base64.getUrlEncoder().withoutPadding().encodeToString(payload));
    }

    private Optional<Signed> verify(String serialization, String encodedPayload) {
        JsonWebKeySet trusted = keys.get();
        return Jose.read(() -> {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setProviderContext(Ed25519.provider());
            jws.setAlgorithmConstraints(ED25519);
            jws.setCompactSerialization(serialization);
            if (encodedPayload != null) {
                jws.setEncodedPayload(encodedPayload);
            }
            Optional<JsonWebKey> key = trusted.getJsonWebKeys().stream()
                    .filter(candidate -> candidate.getKeyId() != null
                            && candidate.getKeyId().equals(jws.getKeyIdHeaderValue()))
                    .findFirst();
            if (key.isEmpty()) {
                return Optional.empty();
            }
            jws.setKey(key.get().getKey());
            if (!jws.verifySignature()) {
                return Optional.empty();
            }
            Map<String, Object> header = JsonUtil.parseJson(jws.getHeaders().getFullHeaderAsJsonString());
            return Optional.of(new Signed(header, jws.getPayloadBytes()));
        });
    }
}
