package org.tocsin.local;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Clients at one address that hold as many bad connections of each kind as they are let: slow heads, slow bodies with a token and
 * without, slow uploads, and such that never read what they asked for. What the service closes is opened again.
 */
public final class BadClients implements AutoCloseable {

    private static final int TICK_MILLIS = 500;
    private static final int SMALL = 4 * 1024;

    /** One kind: how it begins, what it goes on sending, and how it finds out that it was closed. */
    private record Kind(String begin, String more, Predicate<RawConnection> closed) {
    }

    private final String from;
    private final URI service;
    private final int each;
    private final List<Kind> kinds;
    private final List<List<RawConnection>> held = new ArrayList<>();
    private final ScheduledExecutorService ticking = Executors.newSingleThreadScheduledExecutor();
    private volatile int rounds;
    private volatile int opened;

    /**
     * @param each    how many of each kind
     * @param token   of a client that may file reports
     * @param report  the path of a report of that client
     * @param content the path of a large attachment that the token may read
     */
    public BadClients(String from, URI service, int each, String token, String report, String content) {
        this.from = from;
        this.service = service;
        this.each = each;
        String known = " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n";
        String body = "Content-Type: application/json\r\nContent-Length: 4000\r\n\r\n";
        kinds = List.of(
                new Kind("GET / HTTP/1.1\r\nX-Slow: ", "a", RawConnection::isClosed),
                new Kind("POST /api/v1/reports" + known + body, " ", RawConnection::isClosed),
                new Kind("POST /audit/witness/add-checkpoint HTTP/1.1\r\nHost: localhost\r\n" + body, " ", RawConnection::isClosed),
                new Kind("POST " + report + "/attachments?name=slow.bin" + known + "Content-Type: application/octet-stream\r\nContent-Length: 20000000\r\n\r\n",
                        "x".repeat(100), RawConnection::isClosed),
                new Kind("GET " + content + known + "\r\n", "", RawConnection::isCutOff));
        kinds.forEach(kind -> held.add(new ArrayList<>()));
    }

    public BadClients begin() {
        ticking.scheduleWithFixedDelay(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
        Await.until("as many bad connections as are let are held", () -> rounds >= 2);
        return this;
    }

    /** How many have been opened so far. */
    public int opened() {
        return opened;
    }

    private void tick() {
        for (int i = 0; i < kinds.size() && !ticking.isShutdown(); i++) {
            tend(kinds.get(i), held.get(i));
        }
        rounds++;
    }

    private void tend(Kind kind, List<RawConnection> connections) {
        connections.removeIf(connection -> {
            boolean closed = kind.closed().test(connection);
            if (closed) {
                connection.close();
            }
            return closed;
        });
        connections.forEach(connection -> connection.send(kind.more()));
        while (connections.size() < each && !ticking.isShutdown()) {
            try {
                connections.add(RawConnection.open(from, service, SMALL).send(kind.begin()));
                opened++;
            } catch (UncheckedIOException full) {
                return;
            }
        }
    }

    @Override
    public void close() {
        ticking.shutdown();
        try {
            ticking.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        held.forEach(connections -> connections.forEach(RawConnection::close));
    }
}
