package org.tocsin.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.tocsin.delivery.ServerKeyStore;
import org.tocsin.delivery.channel.CertReceipt;
import org.tocsin.json.Canonical;
import org.tocsin.json.Json;
import org.tocsin.local.Certificates;
import org.tocsin.seal.Seal;
import org.tocsin.seal.Sha256;

/** Two destinations for the bench: one answers with a receipt at once, the other takes connections and never says a word. */
final class Outbound implements AutoCloseable {

    static final String GOOD = "good";
    static final String SILENT = "silent";
    private static final int THREADS = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final HttpsServer good;
    private final ServerSocket silent;
    private final Seal seal;
    private final Certificates certificates;

    Outbound(Path keys) throws IOException, GeneralSecurityException {
        certificates = Certificates.at(keys);
        seal = new Seal(Files.readString(certificates.signing(GOOD).jwk()));
        good = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        good.setHttpsConfigurator(new HttpsConfigurator(tls()));
        good.setExecutor(threads);
        good.createContext("/cert/v1/submissions", this::take);
        good.start();
        silent = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    }

    private SSLContext tls() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(ServerKeyStore.of(certificates.server()))) {
            store.load(file, ServerKeyStore.PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, ServerKeyStore.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] document = exchange.getRequestBody().readAllBytes();
        CertReceipt receipt = new CertReceipt("receipt-1", "submission-1", exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                Sha256.hex(Sha256.of(document)), "2026-11-23T03:12:00Z", "BENCH-1");
        byte[] answer = Json.MAPPER.createObjectNode()
                .put("submissionId", receipt.submissionId())
                .put("caseReference", receipt.caseReference())
                .put("receipt", seal.sign(Canonical.bytes(receipt), CertReceipt.TYPE))
                .toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(201, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** What the service is told of them. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        add(settings, GOOD, good.getAddress().getPort());
        add(settings, SILENT, silent.getLocalPort());
        return settings;
    }

    private void add(Map<String, String> settings, String name, int port) {
        String destination = "tocsin.destinations." + name;
        settings.putAll(Map.of(
                destination + ".title", name,
                destination + ".url", "https://localhost:" + port,
                destination + ".audience", name,
                destination + ".receipt-keys", certificates.signing(name).jwks().toString(),
                destination + ".tls", "national-cert"));
        for (String key : new String[] {"auth-server-url", "discovery-enabled", "token-path", "client-id", "grant.type", "credentials.jwt.key-file",
                "credentials.jwt.signature-algorithm", "credentials.jwt.token-key-id", "credentials.jwt.audience", "tls.tls-configuration-name"}) {
            settings.put("quarkus.oidc-client." + name + "." + key, "${quarkus.oidc-client.national-cert." + key + "}");
        }
    }

    @Override
    public void close() throws IOException {
        good.stop(0);
        threads.shutdownNow();
        silent.close();
    }
}
