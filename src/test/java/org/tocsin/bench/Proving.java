package org.tocsin.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.tocsin.audit.log.TlogProof;
import org.tocsin.json.Json;

/** Asks for the proofs of some reports, one after the other. */
final class Proving {

    private static final Duration SETTLED = Duration.ofSeconds(Integer.getInteger("tocsin.bench.settled", 20));

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String management;
    private final Supplier<String> tokens;
    private final List<String> reports = new ArrayList<>();
    private final Random random = new Random(1);
    private String token;

    Proving(String address, String management, Supplier<String> tokens) {
        this.address = address;
        this.management = management;
        this.tokens = tokens;
    }

    void file(int count) throws IOException, InterruptedException {
        token = tokens.get();
        for (int i = 0; i < count; i++) {
            HttpResponse<byte[]> answer = http.send(request("/api/v1/reports").header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(Submissions.EARLY_WARNING)).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException("A report was answered " + answer.statusCode());
            }
            reports.add(Json.tree(answer.body()).path("id").asText());
        }
    }

    /** One client; what it gets is a proof, and the first of them is looked at. */
    Rate run(Duration duration) throws InterruptedException, IOException {
        token = tokens.get();
        Load.run(1, SETTLED, client -> new One("/proof"));
        TlogProof.parse(get("/proof").body());
        return Load.run(1, duration, client -> new One("/proof"));
    }

    /**
     * What the service itself says of its last two minutes: finding the place and the checkpoint, reading tiles, hashing.
     *
     * @param auditor a token of one who may see it
     */
    String made(String auditor) throws IOException, InterruptedException {
        String metrics = http.send(HttpRequest.newBuilder(URI.create(management + "/q/metrics")).header("Authorization", "Bearer " + auditor)
                .header("Accept", "text/plain").build(), HttpResponse.BodyHandlers.ofString()).body();
        return String.format(Locale.ROOT, "%-44s               p50 %6.2f ms   p99 %7.2f ms", "of that, the proof itself",
                quantile(metrics, "0.5"), quantile(metrics, "0.99"));
    }

    private static double quantile(String metrics, String share) {
        return metrics.lines().filter(line -> line.startsWith("tocsin_audit_log_proof_seconds{") && line.contains("quantile=\"" + share + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)) * 1000).findFirst().orElseThrow();
    }

    /** The same client reads the same reports: what of the time is the way to the service and back, the token, the database. */
    Rate reads(Duration duration) throws InterruptedException {
        token = tokens.get();
        Load.run(1, SETTLED, client -> new One(""));
        return Load.run(1, duration, client -> new One(""));
    }

    /** @param part of a report */
    private final class One implements Load.Client {

        private final String part;

        One(String part) {
            this.part = part;
        }

        @Override
        public boolean once() throws IOException, InterruptedException {
            return get(part).statusCode() == 200;
        }

        @Override
        public void close() {
            // its connection is everyone's
        }
    }

    private HttpResponse<byte[]> get(String part) throws IOException, InterruptedException {
        return http.send(request("/api/v1/reports/" + reports.get(random.nextInt(reports.size())) + part).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
    }
}
