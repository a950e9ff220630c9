package org.tocsin.seal;

import java.security.Security;
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

    private static ProviderContext context() {
        // Registered last: nothing else changes its implementation.
        Security.addProvider(new BouncyCastleProvider());
        ProviderContext context = new ProviderContext();
        context.getSuppliedKeyProviderContext().setSignatureProvider(BouncyCastleProvider.PROVIDER_NAME);
        return context;
    }
}
