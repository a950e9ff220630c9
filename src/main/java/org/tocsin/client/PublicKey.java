package org.tocsin.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.tocsin.seal.Jose;

/** The public half of a key with which a client signs. */
public final class PublicKey {

    private static final int LEAST_RSA_BITS = 2048;

    private final PublicJsonWebKey key;
    private final String algorithm;

    private PublicKey(PublicJsonWebKey key, String algorithm) {
        this.key = key;
        this.algorithm = algorithm;
    }

    /** @return nothing when it is no key of a kind that is accepted, or has the private half with it */
    static Optional<PublicKey> read(JsonNode written) {
        return read(written.toString());
    }

    /** Also what {@link #toString} wrote. */
    static Optional<PublicKey> read(String written) {
        return Jose.read(() -> {
            PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(JsonUtil.parseJson(written));
            if (key.getPrivateKey() != null) {
                return Optional.empty();
            }
            if (key.getKeyId() == null) {
                key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
            }
            return algorithm(key).map(algorithm -> new PublicKey(key, algorithm));
        });
    }

    private static Optional<String> algorithm(PublicJsonWebKey key) {
        if (key instanceof EllipticCurveJsonWebKey curve && "P-256".equals(curve.getCurveName())) {
            return Optional.of(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        }
        if (key instanceof OctetKeyPairJsonWebKey pair && OctetKeyPairJsonWebKey.SUBTYPE_ED25519.equals(pair.getSubtype())) {
            return Optional.of(AlgorithmIdentifiers.EDDSA);
        }
        if (key instanceof RsaJsonWebKey && ((RSAPublicKey) key.getPublicKey()).getModulus().bitLength() >= LEAST_RSA_BITS) {
            return Optional.of(AlgorithmIdentifiers.RSA_USING_SHA256);
        }
        return Optional.empty();
    }

    public java.security.PublicKey key() {
        return key.getPublicKey();
    }

    /** The one algorithm that it signs with (RFC 8725 section 3.1). */
    public String algorithm() {
        return algorithm;
    }

    String id() {
        return key.getKeyId();
    }

    /** As a set of one (RFC 7517 section 5). */
    String asSet() {
        key.setUse("sig");
        key.setAlgorithm(algorithm);
        return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    @Override
    public String toString() {
        return key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }
}
