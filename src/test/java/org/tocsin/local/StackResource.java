package org.tocsin.local;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * For tests with Quarkus: a real PostgreSQL and a real Keycloak, started once for all tests of this Java process.
 *
 * <p>The one service under test plays both parts: it delivers to its own TLS port, where it is the national CERT.
 * Its name is therefore its own destination's audience.
 */
public class StackResource implements QuarkusTestResourceLifecycleManager {

    /**
     * Kept in a system property, because Quarkus loads this class anew for each application that it starts, and a
     * static field would be a new one too. As text: libraries take every system property for a string.
     */
    private static final String SETTINGS = "org.tocsin.local.settings";
    private static final String NAME = "tocsin";
    private static final int WITNESSED_LOGS = 17;

    @Override
    public Map<String, String> start() {
        synchronized (System.getProperties()) {
            if (System.getProperty(SETTINGS) == null) {
                System.setProperty(SETTINGS, written(startOnce()));
            }
            return read(System.getProperty(SETTINGS));
        }
    }

    private static String written(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> read(String text) {
        return text.lines().collect(Collectors.toMap(
                line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf('=') + 1)));
    }

    /** Nothing: the next application of these tests uses the same stack. It ends with the Java process. */
    @Override
    public void stop() {
    }

    private static Map<String, String> startOnce() {
        Home home = TestStack.home();
        Ports ports = Ports.free();
        LocalStack stack = new LocalStack(home, ports, System.out::println).emptied().signingForTests();
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-stack"));
        stack.start(EnumSet.of(LocalStack.Part.DATABASE, LocalStack.Part.IDENTITY), Map.of());
        return settings(stack, ports);
    }

    private static Map<String, String> settings(LocalStack stack, Ports ports) {
        Certificates certificates = stack.certificates();
        SigningKey signing = certificates.signing(NAME);
        Keycloak keycloak = stack.identity();
        Map<String, String> settings = new HashMap<>(InstanceSettings.of(NAME, "Tocsin")
                .database(stack.database(), LocalStack.TOCSIN_DATABASE)
                .issuer(keycloak.issuer(Keycloak.TOCSIN))
                .knowing("org-a", "National Time Service, Demo")
                .knowing("org-b", "Metro Power Grid, Demo")
                .knowing("tocsin", "Tocsin, Demo")
                .receiving(keycloak.issuer(Keycloak.CERT), signing.jwks())
                .serving(certificates, NAME)
                .delivering(ports.of(Port.TOCSIN_TLS), NAME, signing.jwks(), keycloak, certificates)
                .values());
        // It plays the national CERT as well, whose realm issues tokens for that name.
        settings.put("quarkus.oidc.cert.token.audience", "national-cert");
        // So that it can be tested who may read it.
        settings.put("tocsin.audit.log.public", "false");
        // It witnesses its own log; asked it is by the tests alone, so that nothing comes in between. And other logs, all of one key.
        settings.putAll(new InstanceSettings()
                .witnessing(certificates, NAME, NAME)
                .witnessedBy(certificates, NAME, ports.of(Port.TOCSIN_TLS)).values());
        settings.put("tocsin.audit.log.witness-interval", "100d");
        settings.put("tocsin.audit.log.witness-timeout", "30s");
        for (int i = 0; i < WITNESSED_LOGS; i++) {
            settings.put("tocsin.witness.logs.other-" + i + ".origin", "log-" + i + ".example");
            settings.put("tocsin.witness.logs.other-" + i + ".keys", LogKey.log(certificates, "other").key().written());
        }
        settings.put("tocsin.witness.public", "false");
        // Tests wait for what is done in the background.
        settings.put("tocsin.background.polling", "100ms");
        settings.put("quarkus.http.test-port", Integer.toString(ports.of(Port.TOCSIN)));
        settings.put("quarkus.http.test-ssl-port", Integer.toString(ports.of(Port.TOCSIN_TLS)));
        settings.put("quarkus.management.test-port", Integer.toString(ports.of(Port.TOCSIN_MANAGEMENT)));
        // For the tests themselves: see TestStack.
        settings.put("tocsin.test.keycloak", Integer.toString(ports.of(Port.KEYCLOAK)));
        settings.put("tocsin.test.keycloak-tls", Integer.toString(ports.of(Port.KEYCLOAK_TLS)));
        return Map.copyOf(settings);
    }
}
