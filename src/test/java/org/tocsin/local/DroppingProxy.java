package org.tocsin.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before the identity provider, passes every request on, and drops some of the answers. */
public final class DroppingProxy implements AutoCloseable {

    private final URI target;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger toDrop = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private volatile String part = "";
    private volatile Set<String> methods = Set.of();

    private DroppingProxy(URI target) {
        this.target = target;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new StackFailure("No port for the proxy", e);
        }
        server.createContext("/", this::pass);
        server.setExecutor(threads);
        server.start();
    }

    public static DroppingProxy to(String issuer) {
        return new DroppingProxy(URI.create(issuer));
    }

    /** The issuer's address through this proxy. */
    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort() + target.getPath();
    }

    /** The next so many answers to these methods, on paths with this part, never come. The requests are carried out. */
    public void dropAnswers(String pathPart, int count, String... toMethods) {
        part = pathPart;
        methods = Set.of(toMethods);
        toDrop.set(count);
    }

    public int dropped() {
        return dropped.get();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpRequest.Builder request = HttpRequest.newBuilder(target.resolve(exchange.getRequestURI().toString()))
                    .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
            for (String name : Set.of("Authorization", "Content-Type")) {
                if (exchange.getRequestHeaders().containsKey(name)) {
                    request.header(name, exchange.getRequestHeaders().getFirst(name));
                }
            }
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (methods.contains(exchange.getRequestMethod()) && exchange.getRequestURI().getPath().contains(part)
                    && toDrop.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                dropped.incrementAndGet();
                return; // closed without an answer
            }
            exchange.getResponseHeaders().set("Content-Type", answer.headers().firstValue("Content-Type").orElse("application/json"));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
