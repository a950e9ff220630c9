package org.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keycloak as a child of the stack, with the realms of both instances.
 *
 * <p>The issuer is its plain address, whichever port a request came through; the addresses of the back channel follow
 * the request, so a client that discovers them over TLS stays there, and its token can be bound to its certificate.
 */
public final class Keycloak implements AutoCloseable {

    public static final String TOCSIN = "tocsin";
    public static final String CERT = "tocsin-cert";

    private static final Path REALMS = Path.of("src/main/docker/realms");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Ports ports;
    private final Child child;

    private Keycloak(Ports ports, Child child) {
        this.ports = ports;
        this.child = child;
    }

    /** @param key signs the realms' tokens; without one, Keycloak makes keys of its own */
    static Keycloak start(Home home, Ports ports, Certificates certificates, Optional<TokenKey> key) {
        KeycloakProgram program = KeycloakProgram.in(home.distributions());
        program.build(home);
        String password = adminPassword(home);
        Keycloak keycloak = new Keycloak(ports, Child.start("keycloak", home, command(program, home, ports, certificates, password)));
        try {
            keycloak.child.await("it answered", PATIENCE, keycloak::answers);
            KeycloakAdmin admin = new KeycloakAdmin(keycloak.addresses(), password);
            Map<String, String> values = new HashMap<>(ports.byVariable());
            values.put("TOCSIN_GATEWAY_JWKS", certificates.gatewayAssertion().publicKeys());
            for (String realm : List.of(TOCSIN, CERT)) {
                RealmFile file = RealmFile.read(REALMS.resolve(realm + ".json"), values);
                admin.apply(key.map(imported -> file.forTests(imported.providers())).orElse(file));
            }
            return keycloak;
        } catch (RuntimeException e) {
            keycloak.close();
            throw e;
        }
    }

    private static ProcessBuilder command(KeycloakProgram program, Home home, Ports ports, Certificates certificates, String password) {
        ProcessBuilder command = program.command(List.of("start", "--optimized",
                "--cache=local",
                "--db-url=jdbc:h2:file:" + home.identity().resolve("keycloak") + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=0",
                "--hostname=http://localhost:" + ports.of(Port.KEYCLOAK),
                "--hostname-backchannel-dynamic=true",
                "--http-host=localhost",
                "--http-enabled=true",
                "--http-port=" + ports.of(Port.KEYCLOAK),
                "--https-port=" + ports.of(Port.KEYCLOAK_TLS),
                "--https-certificate-file=" + certificates.server().certificate(),
                "--https-certificate-key-file=" + certificates.server().key(),
                "--https-trust-store-file=" + certificates.authority()));
        // By environment, not by argument: arguments are seen by everyone on the machine.
        command.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakAdmin.USER);
        command.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", password);
        return command;
    }

    /** Made once and kept beside the data: Keycloak takes it at its first start only. */
    static String adminPassword(Home home) {
        Path file = home.identity().resolve("admin.password");
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[16];
                new SecureRandom().nextBytes(random);
                Pem.write(file, HexFormat.of().formatHex(random));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/realms/master")).timeout(Duration.ofSeconds(5)).build();
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while waiting for Keycloak", e);
        }
    }

    public Addresses addresses() {
        return new Addresses(ports);
    }

    public String address() {
        return addresses().plain();
    }

    public String issuer(String realm) {
        return addresses().issuer(realm);
    }

    boolean alive() {
        return child.alive();
    }

    @Override
    public void close() {
        child.stop();
    }

    /** Where a Keycloak with these ports is. */
    public record Addresses(Ports ports) {

        public String plain() {
            return "http://localhost:" + ports.of(Port.KEYCLOAK);
        }

        public String tls() {
            return "https://localhost:" + ports.of(Port.KEYCLOAK_TLS);
        }

        public String issuer(String realm) {
            return plain() + "/realms/" + realm;
        }
    }
}
