package org.tocsin.web.overload;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;

/**
 * Sends one answer's parts. On the event loop it hands over slices until the connection's queue is full, and goes on when the client has
 * taken them; a worker thread is asked for the next part only then. {@link ConnectionWatch} ends a connection whose client takes too little.
 */
final class Sending {

    private static final int SLICE_BYTES = 32 * 1024;

    private final RoutingContext context;
    private final HttpServerResponse response;
    private final Parts parts;
    private final Consumer<Throwable> done;
    private byte[] part = new byte[0];
    private int sent;
    private boolean over;

    /** @param done is told once that it is over; with what failed, if nothing was sent by then, so that a refusal can be */
    Sending(RoutingContext context, Parts parts, Consumer<Throwable> done) {
        this.context = context;
        this.response = context.response();
        this.parts = parts;
        this.done = done;
    }

    /** On the event loop. */
    void start() {
        response.closeHandler(gone -> end(null));
        response.exceptionHandler(broken -> end(null));
        pull();
    }

    private void pull() {
        context.vertx().executeBlocking(parts::next, false).onComplete(made -> {
            if (over) {
                return;
            }
            if (made.failed()) {
                fail(made.cause());
            } else if (made.result() == null) {
                response.end();
                end(null);
            } else {
                part = made.result();
                sent = 0;
                push();
            }
        });
    }

    private void push() {
        if (!response.headWritten() && !response.headers().contains("Content-Length")) {
            response.setChunked(true);
        }
        while (!over && sent < part.length) {
            if (response.writeQueueFull()) {
                response.drainHandler(drained -> {
                    response.drainHandler(null);
                    push();
                });
                return;
            }
            int end = Math.min(part.length, sent + SLICE_BYTES);
            response.write(Buffer.buffer(end - sent).appendBytes(part, sent, end - sent));
            sent = end;
        }
        if (!over) {
            pull();
        }
    }

    /** Half an answer must not look like a whole one: the connection ends in its midst. */
    private void fail(Throwable cause) {
        boolean begun = response.headWritten();
        if (begun) {
            response.reset();
            context.request().connection().close();
        }
        end(cause);
    }

    private void end(Throwable cause) {
        if (!over) {
            over = true;
            part = new byte[0];
            done.accept(cause);
        }
    }
}
