package org.tocsin.delivery;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.tocsin.local.Certificates;
import org.tocsin.local.TestStack;

/** WireMock in the part of a CERT that has bad days. Certificates, and the issuer of tokens, are those of the good one. */
public class FaultyDestinationResource implements QuarkusTestResourceLifecycleManager {

    static final String ADMIN_PORT = "tocsin.test.faulty";
    private static final String GOOD = "quarkus.oidc-client.national-cert.";
    private static final String TOKENS = "quarkus.oidc-client." + FaultyDestination.NAME + ".";

    private WireMockServer server;

    @Override
    public Map<String, String> start() {
        Certificates certificates = TestStack.certificates();
        Path store = ServerKeyStore.of(certificates.server());
        server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("localhost")
                .dynamicPort()
                .dynamicHttpsPort()
                .keystoreType("PKCS12")
                .keystorePath(store.toString())
                .keystorePassword(ServerKeyStore.PASSWORD)
                .keyManagerPassword(ServerKeyStore.PASSWORD)
                .extensions(new Receipting(certificates.signing(FaultyDestination.NAME))));
        server.start();
        return settings(certificates);
    }

    private Map<String, String> settings(Certificates certificates) {
        String destination = "tocsin.destinations." + FaultyDestination.NAME;
        Map<String, String> settings = new HashMap<>(Map.of(
                destination + ".title", "A CERT with bad days",
                destination + ".url", "https://localhost:" + server.httpsPort(),
                destination + ".audience", FaultyDestination.NAME,
                destination + ".receipt-keys", certificates.signing(FaultyDestination.NAME).jwks().toString(),
                destination + ".tls", "national-cert",
                ADMIN_PORT, Integer.toString(server.port())));
        for (String key : new String[] {"auth-server-url", "client-id", "grant.type", "credentials.jwt.key-file",
                "credentials.jwt.signature-algorithm", "credentials.jwt.token-key-id", "credentials.jwt.audience",
                "tls.tls-configuration-name"}) {
            settings.put(TOKENS + key, "${" + GOOD + key + "}");
        }
        return settings;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
        }
    }
}
