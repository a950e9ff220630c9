package org.tocsin.audit.log;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;

/** Keys to try things with. */
public final class Signers {

    private Signers() {
    }

    private interface Maker {
        NoteSigner of(String name, byte[] seed, byte[] publicKey);
    }

    /** A new key of this name. */
    public static NoteSigner named(String name) {
        return made(name, NoteSigner::of);
    }

    /** A new key of a witness. */
    public static NoteSigner cosigning(String name) {
        return made(name, NoteSigner::cosigning);
    }

    private static NoteSigner made(String name, Maker maker) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            // The last 32 bytes of SubjectPublicKeyInfo are the key (RFC 8410 section 4).
            return maker.of(name, ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow(),
                    Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
