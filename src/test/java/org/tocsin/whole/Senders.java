package org.tocsin.whole;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.tocsin.json.Json;
import org.tocsin.local.Tokens;

/** Machines that file one report after the other, and each until it is accepted: with its key, whatever the service is doing. */
final class Senders {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(5);
    private static final Duration BEFORE_A_REPEAT = Duration.ofMillis(200);
    private static final String BODY = """
            {"title": "%s", "awareAt": "2026-11-23T03:12:00Z", "suspectedMalicious": "unknown", "crossBorder": "no"}""";
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    private final String title = "Filed under load " + UUID.randomUUID();
    private final URI reports;
    private final Tokens tokens;
    private final Map<String, String> receipts = new ConcurrentHashMap<>();
    private final AtomicInteger repeats = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile String token;
    private volatile boolean stopping;

    Senders(String address, Tokens tokens, int senders) {
        reports = URI.create(address + "/api/v1/reports");
        this.tokens = tokens;
        token = tokens.ofClient("sensor-a");
        for (int i = 0; i < senders; i++) {
            Thread thread = new Thread(this::send, "sender-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** The leaf that each accepted report's receipt names, by the key under which it was filed. */
    Map<String, String> receipts() {
        return receipts;
    }

    /** The title of these senders' reports, and of no others. */
    String title() {
        return title;
    }

    int repeats() {
        return repeats.get();
    }

    /** Each has its last report accepted first. */
    Map<String, String> stop() throws InterruptedException {
        stopping = true;
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(60));
            if (thread.isAlive()) {
                throw new AssertionError("A report was not accepted within a minute after the last start");
            }
        }
        return receipts;
    }

    private void send() {
        while (!stopping) {
            String key = UUID.randomUUID().toString();
            while (!isAccepted(key)) {
                repeats.incrementAndGet();
                LockSupport.parkNanos(BEFORE_A_REPEAT.toNanos());
            }
            LockSupport.parkNanos(BETWEEN_REPORTS.toNanos());
        }
    }

    private boolean isAccepted(String key) {
        try {
            HttpResponse<byte[]> answer = HTTP.send(HttpRequest.newBuilder(reports).timeout(TIMEOUT)
                    .header("Authorization", "Bearer " + token).header("Content-Type", "application/json").header("Idempotency-Key", key)
                    .POST(HttpRequest.BodyPublishers.ofString(BODY.formatted(title))).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 401) {
                token = tokens.ofClient("sensor-a");
            }
            if (answer.statusCode() / 100 != 2) {
                return false;
            }
            String receipt = Json.tree(answer.body()).path("receipt").asText();
            receipts.put(key, Json.tree(Base64.getUrlDecoder().decode(receipt.split("\\.")[1])).path("leaf").asText());
            return true;
        } catch (IOException down) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] get(String address) {
        try {
            HttpResponse<byte[]> answer = HTTP.send(HttpRequest.newBuilder(URI.create(address)).timeout(TIMEOUT).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.statusCode() + " " + address + " " + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return answer.body();
        } catch (IOException e) {
            throw new AssertionError(address, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
