package org.tocsin.audit.verify;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Begins an answer to whatever it is asked, and then goes on for ever, or falls silent. */
public final class BadServer implements AutoCloseable {

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    private BadServer(boolean isEndless) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 0);
            byte[] some = new byte[64 * 1024];
            try {
                do {
                    exchange.getResponseBody().write(some, 0, isEndless ? some.length : 1);
                    exchange.getResponseBody().flush();
                } while (isEndless);
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    public static BadServer endless() throws IOException {
        return new BadServer(true);
    }

    public static BadServer stalling() throws IOException {
        return new BadServer(false);
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        over.countDown();
        threads.shutdownNow();
        server.stop(0);
    }
}
