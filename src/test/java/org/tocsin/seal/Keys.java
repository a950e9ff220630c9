package org.tocsin.seal;

import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.lang.JoseException;

/** A fresh Ed25519 key for a test. */
public record Keys(OctetKeyPairJsonWebKey key) {

    public static Keys fresh(String id) {
        try {
            OctetKeyPairJsonWebKey key = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            key.setKeyId(id);
            return new Keys(key);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public Seal seal() {
        return new Seal(key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
    }

    public TrustedKeys trusted() {
        return TrustedKeys.of(seal().publicKeys());
    }
}
