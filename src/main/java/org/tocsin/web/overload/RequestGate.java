package org.tocsin.web.overload;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.tocsin.web.Answers;
import org.tocsin.web.FilterOrder;

/**
 * Sees every request as soon as its head is here: counts those of an address, keeps one waiting whose client has not taken the answer
 * before, and ends a connection on which a body goes on coming that nobody wanted.
 */
@ApplicationScoped
class RequestGate {

    private static final String SEEN = RequestGate.class.getName();
    private static final long LINGER_MILLIS = 2_000;

    private final Answers answers;
    private final Shares requests;

    RequestGate(OverloadConfig config, Answers answers) {
        this.answers = answers;
        requests = new Shares(Long.MAX_VALUE, config.requests().perAddress());
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, FilterOrder.CONNECTIONS);
    }

    private void enter(RoutingContext context) {
        if (context.get(SEEN) != null) {
            // Started over with another path.
            context.next();
            return;
        }
        context.put(SEEN, true);
        HttpServerRequest request = context.request();
        Optional<ConnectionWatch> watch = ConnectionWatch.of(((ConnectionBase) request.connection()).channel());
        watch.ifPresent(ConnectionWatch::requestBegan);
        Optional<Slot> slot = Slot.of(requests, List.of(Origins.of(request.remoteAddress())));
        context.addEndHandler(ended -> {
            slot.ifPresent(Slot::give);
            discardRest(context);
            watch.ifPresent(ConnectionWatch::requestEnded);
        });
        if (slot.isEmpty()) {
            answers.refuse(OverloadProblems.tooManyAtOnce(), context);
        } else if (context.response().writeQueueFull()) {
            request.pause();
            context.response().drainHandler(taken -> {
                context.response().drainHandler(null);
                request.resume();
                context.next();
            });
        } else {
            context.next();
        }
    }

    /** A client that still sends would not read our answer if we closed at once; one that never ends is not waited for. */
    private static void discardRest(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!Bodies.has(request) || request.isEnded() || context.response().closed()) {
            return;
        }
        context.vertx().setTimer(LINGER_MILLIS, late -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
        request.handler(null);
        request.resume();
    }
}
