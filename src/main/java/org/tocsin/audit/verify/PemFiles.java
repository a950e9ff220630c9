package org.tocsin.audit.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** Certificates and keys as programs are given them, in PEM, and TLS with them. Each IOException's message begins with the file that is meant. */
public final class PemFiles {

    private static final char[] IN_MEMORY = "in-memory".toCharArray();

    private PemFiles() {
    }

    /** A client certificate, with those between it and its authority if there are any, and its key. */
    public record Identity(Path certificate, Path key) {
    }

    /**
     * @param authorities whom the client trusts; what Java trusts when there is none
     * @param client      who the client says it is; nobody when there is none
     */
    public static SSLContext tls(Optional<Path> authorities, Optional<Identity> client) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authorities.isPresent() ? trusting(certificates(authorities.get())) : null);
            context.init(client.isPresent() ? presenting(client.get()) : null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(client.map(identity -> identity.certificate() + " and " + identity.key()).orElse("the certificates")
                    + ", which cannot be used for TLS: " + e.getMessage(), e);
        }
    }

    /** @throws IOException also when the file holds no certificate */
    public static List<X509Certificate> certificates(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(in).stream().map(X509Certificate.class::cast).toList();
            if (found.isEmpty()) {
                throw new IOException(file + ", which must hold certificates in PEM");
            }
            return found;
        } catch (CertificateException e) {
            throw new IOException(file + ", which must hold certificates in PEM", e);
        }
    }

    /** A key of any kind, as PKCS#8 or as OpenSSL wrote them before, without a password. */
    private static PrivateKey key(Path file) throws IOException {
        try (Reader in = Files.newBufferedReader(file); PEMParser parser = new PEMParser(in)) {
            Object read = parser.readObject();
            PrivateKeyInfo key = read instanceof PEMKeyPair pair ? pair.getPrivateKeyInfo() : read instanceof PrivateKeyInfo info ? info : null;
            if (key == null) {
                throw new IOException("no such key");
            }
            return new JcaPEMKeyConverter().getPrivateKey(key);
        } catch (IOException e) {
            throw new IOException(file + ", which must hold a private key in PEM without a password", e);
        }
    }

    private static KeyStore trusting(List<X509Certificate> authorities) throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        for (X509Certificate authority : authorities) {
            store.setCertificateEntry("ca-" + store.size(), authority);
        }
        return store;
    }

    private static KeyManager[] presenting(Identity client) throws GeneralSecurityException, IOException {
        KeyStore own = emptyStore();
        own.setKeyEntry("client", key(client.key()), IN_MEMORY, certificates(client.certificate()).toArray(Certificate[]::new));
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
