package org.tocsin.delivery;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.tocsin.local.TestStack;

/** A destination that takes connections and never says a word, as one behind a firewall that drops what comes back. */
public class SilentDestinationResource implements QuarkusTestResourceLifecycleManager {

    static final String NAME = "silent";
    private static final String GOOD = "quarkus.oidc-client.national-cert.";
    private static final String TOKENS = "quarkus.oidc-client." + NAME + ".";

    private ServerSocket server;

    @Override
    public Map<String, String> start() {
        try {
            // Nobody accepts: the system completes the connections of the backlog, and nothing answers on them.
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String destination = "tocsin.destinations." + NAME;
        Map<String, String> settings = new HashMap<>(Map.of(
                destination + ".title", "A CERT that drops packets",
                destination + ".url", "https://localhost:" + server.getLocalPort(),
                destination + ".audience", NAME,
                destination + ".receipt-keys", TestStack.certificates().signing(NAME).jwks().toString(),
                destination + ".tls", "national-cert"));
        for (String key : new String[] {"auth-server-url", "client-id", "grant.type", "credentials.jwt.key-file",
                "credentials.jwt.signature-algorithm", "credentials.jwt.token-key-id", "credentials.jwt.audience",
                "tls.tls-configuration-name"}) {
            settings.put(TOKENS + key, "${" + GOOD + key + "}");
        }
        return settings;
    }

    @Override
    public void stop() {
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
