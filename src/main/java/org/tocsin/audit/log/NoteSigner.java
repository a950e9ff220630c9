package org.tocsin.audit.log;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;

/** Signs notes with one Ed25519 key, or cosigns checkpoints with it: a key is for one of the two. */
public final class NoteSigner {

    private final VerifierKey key;
    private final PrivateKey secret;

    private NoteSigner(VerifierKey key, byte[] seed) {
        this.key = key;
        secret = Ed25519.privateKey(seed);
        byte[] probe = {'?'};
        if (!Ed25519.verifies(key.publicKey(), probe, Ed25519.sign(secret, probe))) {
            throw new IllegalArgumentException("The public key of " + key.name() + " is not that of its private key");
        }
    }

    /**
     * @param seed      the private key's 32 bytes
     * @param publicKey its 32 bytes
     */
    public static NoteSigner of(String name, byte[] seed, byte[] publicKey) {
        return new NoteSigner(new VerifierKey(name, VerifierKey.NOTE, publicKey), seed);
    }

    public static NoteSigner cosigning(String name, byte[] seed, byte[] publicKey) {
        return new NoteSigner(new VerifierKey(name, VerifierKey.COSIGNATURE, publicKey), seed);
    }

    public VerifierKey key() {
        return key;
    }

    /** The same text always gets the same signature. */
    public SignatureLine sign(String text) {
        if (key.type() != VerifierKey.NOTE) {
            throw new IllegalStateException(key.name() + " cosigns");
        }
        return new SignatureLine(key.name(), key.id(), Ed25519.sign(secret, text.getBytes(StandardCharsets.UTF_8)));
    }

    public SignatureLine cosign(String checkpoint, long epochSeconds) {
        if (key.type() != VerifierKey.COSIGNATURE) {
            throw new IllegalStateException(key.name() + " does not cosign");
        }
        byte[] signature = Ed25519.sign(secret, Cosignature.message(checkpoint, epochSeconds));
        return new SignatureLine(key.name(), key.id(), Cosignature.of(signature, epochSeconds));
    }
}
