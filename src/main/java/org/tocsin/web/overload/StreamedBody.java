package org.tocsin.web.overload;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A body that is read while it comes, by a thread that waits for it. A sender that is too slow is refused, and the thread is free
 * again at once. Made on the event loop, which also fills it; guarded by its own monitor.
 */
final class StreamedBody extends InputStream {

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final Pace pace;
    private final Deque<Buffer> parts = new ArrayDeque<>();
    private int read;
    private boolean ended;
    private boolean tooSlow;
    private Throwable gone;

    /** @param beginning what came before; may be empty. The request is paused behind it */
    StreamedBody(RoutingContext context, Buffer beginning, Pace pace) {
        this.context = context;
        this.request = context.request();
        this.pace = pace;
        if (beginning.length() > 0) {
            parts.add(beginning);
        }
        request.handler(this::add);
        request.endHandler(end -> set(() -> ended = true));
        request.exceptionHandler(broken -> set(() -> gone = broken));
        request.fetch(1);
    }

    private void add(Buffer part) {
        set(() -> {
            parts.add(part);
            pace.moved(part.length());
        });
    }

    private synchronized void set(Runnable change) {
        change.run();
        notifyAll();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        await();
        Buffer part = parts.peek();
        if (part == null) {
            return -1;
        }
        int count = Math.min(length, part.length() - read);
        part.getBytes(read, read + count, bytes, from);
        read += count;
        if (read == part.length()) {
            parts.remove();
            read = 0;
            if (parts.isEmpty() && !ended) {
                request.fetch(1);
            }
        }
        return count;
    }

    /** Until there is something to read or nothing comes any more. */
    private void await() throws IOException {
        while (parts.isEmpty() && !ended) {
            if (gone != null) {
                throw new IOException("the connection ended in the middle of the body", gone);
            }
            if (tooSlow) {
                throw OverloadProblems.tooSlow();
            }
            long began = System.nanoTime();
            try {
                wait(Math.max(1, pace.nanosLeft() / 1_000_000 + 1));
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("the service stops");
            }
            if (pace.waitedTooLong(System.nanoTime() - began)) {
                tooSlow = true;
                Bodies.closeAfterAnswer(context);
            }
        }
    }
}
