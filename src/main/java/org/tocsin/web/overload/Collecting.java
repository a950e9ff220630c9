package org.tocsin.web.overload;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Consumer;
import org.tocsin.problem.Problem;

/**
 * Collects one request's body on the event loop, so that no thread waits for its sender. It ends exactly once: with the body, with its
 * beginning when there is more than may be collected, or with a refusal. All of it runs on the request's event loop.
 */
final class Collecting {

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final long most;
    private final Shares memory;
    private final List<String> owners;
    private final Consumer<Collected> done;
    private final Consumer<Problem> refused;
    private final Buffer bytes = Buffer.buffer();
    private long timer;
    private long taken;
    private boolean ended;

    Collecting(RoutingContext context, long most, Shares memory, List<String> owners, Consumer<Collected> done, Consumer<Problem> refused) {
        this.context = context;
        this.request = context.request();
        this.most = most;
        this.memory = memory;
        this.owners = owners;
        this.done = done;
        this.refused = refused;
    }

    /** @param timeoutMillis for the whole body, however it comes */
    void start(long timeoutMillis) {
        request.pause();
        timer = context.vertx().setTimer(timeoutMillis, late -> refuse(OverloadProblems.tooSlow()));
        request.handler(this::add);
        request.endHandler(end -> finish(true));
        request.exceptionHandler(gone -> refuse(Problem.brokenOff()));
        Bodies.sayContinue(context);
        request.resume();
    }

    private void add(Buffer part) {
        if (ended) {
            return;
        }
        if (!memory.take(part.length(), owners)) {
            refuse(OverloadProblems.overloaded());
            return;
        }
        taken += part.length();
        bytes.appendBuffer(part);
        if (bytes.length() > most) {
            request.pause();
            finish(false);
        }
    }

    private void finish(boolean whole) {
        if (end()) {
            long held = taken;
            done.accept(new Collected(bytes, whole, () -> memory.give(held, owners)));
        }
    }

    private void refuse(Problem problem) {
        if (end()) {
            memory.give(taken, owners);
            // What goes on coming is not read.
            Bodies.closeAfterAnswer(context);
            refused.accept(problem);
        }
    }

    private boolean end() {
        if (ended) {
            return false;
        }
        ended = true;
        context.vertx().cancelTimer(timer);
        return true;
    }
}
