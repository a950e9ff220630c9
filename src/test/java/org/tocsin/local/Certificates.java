package org.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.tocsin.audit.verify.PemFiles;

/**
 * The demo's certificates and keys, made at the first start and never committed.
 *
 * <p>Each file is made when it is missing, so a start that was cut short is finished by the next. Certificates are
 * renewed before they end; signing keys never are, for receipts that they signed must stay verifiable.
 */
public final class Certificates {

    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);

    /** By whom they trust and who they say they are: locking a key away takes a tenth of a second. */
    private static final Map<Object, SSLContext> MADE = new ConcurrentHashMap<>();

    private final Path directory;

    private Certificates(Path directory) {
        this.directory = directory;
    }

    public static Certificates at(Path directory) {
        Certificates certificates = new Certificates(directory);
        Authority demo = Authority.at(certificates.authority(), directory.resolve("ca.key"), "Tocsin demo CA");
        Authority stranger = Authority.at(directory.resolve("stranger-ca.pem"), directory.resolve("stranger-ca.key"), "Another CA");
        certificates.issue(certificates.server(), pair -> demo.forServer("localhost", pair.getPublic()));
        certificates.issue(certificates.gateway(), pair -> demo.forClient("gateway", pair.getPublic()));
        certificates.issue(certificates.otherClient(), pair -> demo.forClient("other", pair.getPublic()));
        certificates.issue(certificates.stranger(), pair -> stranger.forClient("gateway", pair.getPublic()));
        return certificates;
    }

    /** The demo's certificate authority (PEM): what servers and clients of the stack trust. */
    public Path authority() {
        return directory.resolve("ca.pem");
    }

    /** For localhost: both instances and Keycloak serve with it. */
    public Identity server() {
        return identity("server");
    }

    /** The client certificate with which Tocsin goes to the national CERT. */
    public Identity gateway() {
        return identity("gateway");
    }

    /** Of the same authority, but nobody's token is bound to it: for tests of refusal. */
    public Identity otherClient() {
        return identity("other");
    }

    /** Says "gateway" too, but comes from an authority that nobody trusts: for tests of refusal. */
    public Identity stranger() {
        return identity("stranger");
    }

    /** The key of the instance's audit log. */
    public SigningKey log(String instance) {
        return SigningKey.ed25519(directory, instance + ".log");
    }

    /** The keys that encrypt what the instance stores and reads back. */
    public Path secrets(String instance) {
        return SecretKeyFile.at(directory, instance + ".secrets");
    }

    /** The key with which the instance cosigns the logs of others. */
    public SigningKey witness(String instance) {
        return SigningKey.ed25519(directory, instance + ".witness");
    }

    /** The instance's own signing key and the public half of it. */
    public SigningKey signing(String instance) {
        return SigningKey.ed25519(directory, instance + ".signing");
    }

    /** With which the gateway says who it is to Keycloak (private_key_jwt). */
    public SigningKey gatewayAssertion() {
        return SigningKey.p256(directory, "gateway.assertion");
    }

    /** Signs tokens of the identity provider; only a stack for tests has it imported there, so that tests can sign like it. */
    SigningKey tokens() {
        return SigningKey.rsa2048(directory, "tokens");
    }

    /** For a client of the stack that shows no certificate. */
    public SSLContext trusting() {
        return tls(Optional.empty());
    }

    /** For a client of the stack that shows this certificate. */
    public SSLContext as(Identity client) {
        return tls(Optional.of(new PemFiles.Identity(client.certificate(), client.key())));
    }

    private SSLContext tls(Optional<PemFiles.Identity> client) {
        return MADE.computeIfAbsent(List.of(authority(), client), who -> made(client));
    }

    private SSLContext made(Optional<PemFiles.Identity> client) {
        try {
            return PemFiles.tls(Optional.of(authority()), client);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Identity identity(String name) {
        return new Identity(directory.resolve(name + ".pem"), directory.resolve(name + ".key"));
    }

    private void issue(Identity identity, Function<KeyPair, X509Certificate> authority) {
        if (Files.exists(identity.certificate()) && Files.exists(identity.key()) && lastsLongEnough(identity)) {
            return;
        }
        KeyPair pair = Authority.keyPair();
        X509Certificate certificate = authority.apply(pair);
        // If we are cut off between the two, a key without its certificate must be what is found: never a wrong pair.
        deleteIfExists(identity.certificate());
        Pem.write(identity.key(), pair.getPrivate());
        Pem.write(identity.certificate(), certificate);
    }

    private static void deleteIfExists(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean lastsLongEnough(Identity identity) {
        Instant end = Pem.certificate(identity.certificate()).getNotAfter().toInstant();
        return Instant.now().plus(RENEWED_BEFORE_END).isBefore(end);
    }

    /** A certificate and its private key, both PEM files. */
    public record Identity(Path certificate, Path key) {

        /** By which a token is bound to the certificate (RFC 8705 §3.1). */
        public String thumbprint() {
            try {
                return Base64.getUrlEncoder().withoutPadding().encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(Pem.certificate(certificate).getEncoded()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
