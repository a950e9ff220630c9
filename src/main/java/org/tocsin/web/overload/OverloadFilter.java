package org.tocsin.web.overload;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.tocsin.problem.Problem;

/**
 * Lets a request have a thread only when its body is here. It runs on the event loop when the operation is found, its method and media
 * type fit, and its caller is known and has the role: whatever fails there is refused with no byte of the body read.
 *
 * <p>Quarkus REST takes a body that has been collected into the routing context. One that is too large for that is streamed to the
 * operation, which then holds a thread, so only some are at a time.
 */
class OverloadFilter {

    private static final int FIRST = Priorities.AUTHENTICATION;
    private static final String EXPENSIVE = OverloadFilter.class.getName() + ".expensive";

    private final OverloadConfig config;
    private final BodyCollector collector;
    private final Shares requests;
    private final Shares uploads;
    private final Shares downloads;
    private final Shares expensive;

    OverloadFilter(OverloadConfig config, BodyCollector collector) {
        this.config = config;
        this.collector = collector;
        requests = new Shares(Long.MAX_VALUE, config.requests().perClient());
        uploads = new Shares(config.transfers().uploads(), config.transfers().uploadsPerClient());
        downloads = new Shares(config.transfers().downloads(), config.transfers().downloadsPerClient());
        expensive = new Shares(config.expensive().total(), config.expensive().perClient());
    }

    /** @throws Problem 413, 429 or 503 */
    @ServerRequestFilter(nonBlocking = true, priority = FIRST)
    Uni<Void> enter(RoutingContext context, ResourceInfo operation) {
        ResteasyReactiveRequestContext rest = CurrentRequestManager.get();
        String origin = Origins.of(context.request().remoteAddress());
        Optional<String> client = client(context);
        List<String> owners = client.map(name -> List.of(name, origin)).orElse(List.of(origin));
        hold(rest, requests, List.of(owners.get(0)), OverloadProblems.tooManyAtOnce());
        // A place is taken as late as it can be: not while a body is collected, which costs next to nothing.
        Runnable begin = () -> {
            if (operation.getResourceMethod().isAnnotationPresent(LargeAnswer.class)) {
                hold(rest, downloads, owners, OverloadProblems.overloaded());
            }
            if (operation.getResourceMethod().isAnnotationPresent(Expensive.class)) {
                context.put(EXPENSIVE, hold(rest, expensive, List.of(owners.get(0)), OverloadProblems.busyWithExpensive()));
            }
        };
        if (!Bodies.has(context.request())) {
            begin.run();
            return null;
        }
        long most = operation.getResourceMethod().isAnnotationPresent(Streamed.class) ? 0 : config.bodies().collected().asLongValue();
        return client.isPresent() ? body(context, rest, owners, most, begin) : openBody(context, rest, owners, begin);
    }

    /** Until the operation and its answer are over, also when the client went away long before. */
    private static Slot hold(ResteasyReactiveRequestContext rest, Shares shares, List<String> owners, Problem refusal) {
        Slot slot = Slot.of(shares, owners).orElseThrow(() -> refusal);
        rest.registerCompletionCallback(failure -> slot.give());
        return slot;
    }

    /** From here on the answer is sent as fast as its reader takes it, which must not keep others from the expensive operations. */
    static void begun(RoutingContext context) {
        Slot slot = context.get(EXPENSIVE);
        if (slot != null) {
            slot.give();
        }
    }

    private Uni<Void> body(RoutingContext context, ResteasyReactiveRequestContext rest, List<String> owners, long most, Runnable begin) {
        if (most == 0 || Bodies.declared(context.request()) > most) {
            begin.run();
            stream(context, rest, owners, Buffer.buffer());
            Bodies.sayContinue(context);
            return null;
        }
        return collected(context, rest, owners, most, begin, beginning -> stream(context, rest, owners, beginning));
    }

    private Uni<Void> openBody(RoutingContext context, ResteasyReactiveRequestContext rest, List<String> owners, Runnable begin) {
        long most = config.bodies().open().asLongValue();
        Bigger refusing = more -> {
            Bodies.closeAfterAnswer(context);
            throw Problem.tooLarge((int) most);
        };
        if (Bodies.declared(context.request()) > most) {
            refusing.goOn(Buffer.buffer());
        }
        return collected(context, rest, owners, most, begin, refusing);
    }

    /** What to do with a body that is larger than may be collected. */
    private interface Bigger {

        void goOn(Buffer beginning);
    }

    private Uni<Void> collected(RoutingContext context, ResteasyReactiveRequestContext rest, List<String> owners, long most, Runnable begin,
            Bigger bigger) {
        return Uni.createFrom().emitter(waiting -> collector.collect(context, most, owners, body -> {
            rest.registerCompletionCallback(failure -> body.release());
            try {
                begin.run();
                if (body.whole()) {
                    ((RoutingContextInternal) context).setBody(body.bytes());
                } else {
                    bigger.goOn(body.bytes());
                }
                waiting.complete(null);
            } catch (Problem refusal) {
                waiting.fail(refusal);
            }
        }, waiting::fail));
    }

    private void stream(RoutingContext context, ResteasyReactiveRequestContext rest, List<String> owners, Buffer beginning) {
        OverloadConfig.Transfers transfers = config.transfers();
        hold(rest, uploads, owners, OverloadProblems.overloaded());
        rest.setInputStream(new StreamedBody(context, beginning, new Pace(transfers.minimumRate().asLongValue(), transfers.window())));
    }

    private static Optional<String> client(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user && !user.getSecurityIdentity().isAnonymous()
                ? Optional.of("client " + user.getSecurityIdentity().getPrincipal().getName())
                : Optional.empty();
    }
}
