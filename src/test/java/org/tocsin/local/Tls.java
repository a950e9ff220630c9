package org.tocsin.local;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS for a client, from the PEM files of the stack. */
final class Tls {

    private static final char[] IN_MEMORY = "in-memory".toCharArray();

    private Tls() {
    }

    /** @param client who the client says it is; null for nobody */
    static SSLContext context(Path authority, Certificates.Identity client) {
        try {
            KeyStore trusted = emptyStore();
            trusted.setCertificateEntry("ca", Pem.certificate(authority));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(client == null ? null : keys(client), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyManager[] keys(Certificates.Identity client) throws GeneralSecurityException, IOException {
        KeyStore own = emptyStore();
        Certificate[] chain = {Pem.certificate(client.certificate())};
        own.setKeyEntry("client", Pem.ecKey(client.key()), IN_MEMORY, chain);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, IN_MEMORY);
        return keys.getKeyManagers();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
