package org.tocsin.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Security;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jose4j.jca.ProviderContext;

/**
 * Which implementation signs and verifies: Bouncy Castle's, for the JDK's takes 16 times as long for a signature
 * (docs/performance.md), and every report has one.
 */
final class Ed25519 {

    private static final ProviderContext CONTEXT = context();

    private Ed25519() {
    }

    static ProviderContext provider() {
        return CONTEXT;
    }

    /** The same key as that implementation has it: read once, and its public half, which each signature needs, derived once. */
    static PrivateKey own(PrivateKey key) {
        try {
            return KeyFactory.getInstance("Ed25519", BouncyCastleProvider.PROVIDER_NAME)
                    .generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key is not one for Ed25519", e);
        }
    }

    private static ProviderContext context() {
        // Registered last: nothing else changes its implementation.
        Security.addProvider(new BouncyCastleProvider());
        ProviderContext context = new ProviderContext();
        context.getSuppliedKeyProviderContext().setSignatureProvider(BouncyCastleProvider.PROVIDER_NAME);
        return context;
    }
}
