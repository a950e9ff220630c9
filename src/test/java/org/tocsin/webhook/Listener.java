package org.tocsin.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tocsin.json.Json;
import org.tocsin.local.Await;
import org.tocsin.seal.WebhookSignature;

/** An organisation's own system, on loopback, that takes messages or does not. */
public final class Listener implements AutoCloseable {

    /** @param signatures one for each secret */
    public record Heard(String path, String id, Instant at, List<String> signatures, byte[] body) {

        public JsonNode json() {
            return Json.tree(body);
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public boolean isSignedWith(String secret) {
            return signatures.contains(WebhookSignature.of(List.of(WebhookSignature.secret(secret)), id, at, body));
        }
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpServer server;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile int status = 204;
    private volatile boolean silent;

    Listener() {
        this(0);
    }

    public Listener(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?from=tocsin";
    }

    Listener answering(int answer) {
        status = answer;
        return this;
    }

    Listener silent() {
        silent = true;
        return this;
    }

    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    List<Heard> heard(int count) {
        Await.until(count + " messages came", () -> heard.size() >= count);
        return heard();
    }

    /** Those about a report. */
    public List<Heard> about(String report) {
        return heard.stream().filter(each -> each.text().contains(report)).toList();
    }

    public List<Heard> about(String report, int count) {
        Await.until(count + " messages about it came", () -> about(report).size() >= count);
        return about(report);
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        heard.add(new Heard(exchange.getRequestURI().toString(), headers.getFirst("webhook-id"),
                Instant.ofEpochSecond(Long.parseLong(headers.getFirst("webhook-timestamp"))),
                new ArrayList<>(Arrays.asList(headers.getFirst("webhook-signature").split(" "))), exchange.getRequestBody().readAllBytes()));
        if (silent) {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
