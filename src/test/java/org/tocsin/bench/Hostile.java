package org.tocsin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Random;
import org.tocsin.json.Json;
import org.tocsin.local.BadClients;
import org.tocsin.local.Keycloak;
import org.tocsin.local.LocalStack;
import org.tocsin.local.Tokens;

/** What one address with all the bad connections that it is let costs the clients at another. */
final class Hostile {

    private static final String BAD = "127.0.0.1";
    private static final String GOOD = "127.0.0.2";
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("tocsin.bench.warm-up", 40));
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("tocsin.bench.measured", 40));
    private static final int EACH = Integer.getInteger("tocsin.bench.bad", 100);
    private static final int CLIENTS = 4;
    private static final int FILE_BYTES = 24 * 1024 * 1024;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String management;
    private final String token;
    private final String other;

    private Hostile(LocalStack stack) {
        address = stack.tocsin().address();
        management = stack.tocsin().managementAddress();
        Tokens tokens = Tokens.from(stack.identity(), Keycloak.TOCSIN);
        token = tokens.ofClient("sensor-a");
        other = tokens.ofClient("sensor-b");
    }

    static void measure(LocalStack stack) throws Exception {
        Hostile bench = new Hostile(stack);
        String report = bench.report();
        String content = bench.attached(report);
        Load.run(CLIENTS, WARM_UP, client -> bench.submitting());
        bench.print("alone");
        try (BadClients bad = new BadClients(BAD, URI.create(bench.address), EACH, bench.token, report, content).begin()) {
            bench.print("beside bad clients");
            System.out.println("Bad connections that were opened: " + bad.opened() + ", " + EACH + " of each of five kinds at a time");
        }
    }

    private void print(String beside) throws Exception {
        System.out.println(Load.run(CLIENTS, MEASURED, client -> submitting()).line("POST /api/v1/reports " + beside));
        System.out.println(Load.run(1, MEASURED.dividedBy(4), client -> asking(management + "/q/health/ready")).line("GET /q/health/ready " + beside));
    }

    private Load.Client submitting() {
        try {
            return new Submitting(address, GOOD, "/api/v1/reports", other, () -> Submissions.EARLY_WARNING, 201);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private Load.Client asking(String url) {
        return new Load.Client() {
            @Override
            public boolean once() throws Exception {
                return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
            }

            @Override
            public void close() {
                // the client is everyone's
            }
        };
    }

    private String report() throws Exception {
        HttpResponse<byte[]> filed = http.send(known("/api/v1/reports").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Submissions.EARLY_WARNING)).build(), HttpResponse.BodyHandlers.ofByteArray());
        return "/api/v1/reports/" + Json.tree(filed.body()).path("id").asText();
    }

    private String attached(String report) throws Exception {
        byte[] file = new byte[FILE_BYTES];
        new Random(1).nextBytes(file);
        return URI.create(http.send(known(report + "/attachments?name=large.bin").header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(file)).build(), HttpResponse.BodyHandlers.discarding())
                .headers().firstValue("Location").orElseThrow()).getPath() + "/content";
    }

    private HttpRequest.Builder known(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
    }
}
