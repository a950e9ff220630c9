package org.tocsin.news;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.tocsin.problem.Problem;
import org.tocsin.store.Sight;

/**
 * Those who wait for changes. A waiting request holds a place in this list and its connection, but no thread
 * and nothing of the database. One look at a time is taken for all of them together: first only at where the
 * changes end now, in one transaction whoever waits, and then at the changes once for each place at which
 * someone waits. It is the database that is looked at, so it does not matter which replica numbered a change,
 * and nothing that comes between reading and waiting is missed.
 */
@ApplicationScoped
class Waiting {

    private static final Logger LOG = Logger.getLogger(Waiting.class);
    private static final long BETWEEN_LOOKS_MILLIS = 500;

    private record Waiter(FeedQuery query, UniEmitter<? super ChangeFeed.Part> emitter) {
    }

    private final ChangeFeed feed;
    private final Vertx vertx;
    private final int mostOfOne;
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();

    /** @param mostOfOne how many requests of one organisation may wait at this replica */
    Waiting(ChangeFeed feed, Vertx vertx, @ConfigProperty(name = "tocsin.news.waiting", defaultValue = "100") int mostOfOne) {
        this.feed = feed;
        this.vertx = vertx;
        this.mostOfOne = mostOfOne;
    }

    void watch(@Observes StartupEvent started) {
        vertx.setPeriodic(BETWEEN_LOOKS_MILLIS, timer -> lookIfAnyoneWaits());
    }

    /** Nobody's answer is lost with us: what comes later is found by the same cursor. */
    void release(@Observes ShutdownEvent stopping) {
        waiters.forEach(Waiting::answerNothing);
    }

    /** What there is, at once, which is read now; if there is nothing, what comes first, or nothing once the wait is over. */
    Uni<ChangeFeed.Part> read(FeedQuery query) {
        ChangeFeed.Part found = feed.read(query);
        return found.items().isEmpty() && !query.patience().isZero() ? next(found.query()) : Uni.createFrom().item(found);
    }

    private Uni<ChangeFeed.Part> next(FeedQuery query) {
        if (count(query.sight()) >= mostOfOne) {
            return Uni.createFrom().failure(new Problem(429, "too-many-waiting", "Too many wait",
                    mostOfOne + " requests of yours wait for changes already. One is enough for each system; "
                            + "let them end, or ask without wait.").retryAfter(1));
        }
        return Uni.createFrom().<ChangeFeed.Part>emitter(emitter -> {
                    Waiter waiter = new Waiter(query, emitter);
                    // Also when the other side hangs up.
                    emitter.onTermination(() -> waiters.remove(waiter));
                    waiters.add(waiter);
                })
                .ifNoItem().after(query.patience()).recoverWithItem(() -> nothing(query));
    }

    long count(Sight sight) {
        return waiters.stream().filter(waiter -> waiter.query.sight().equals(sight)).count();
    }

    private void lookIfAnyoneWaits() {
        if (!waiters.isEmpty() && looking.compareAndSet(false, true)) {
            vertx.executeBlocking(() -> {
                look();
                return null;
            }, false).onComplete(done -> {
                looking.set(false);
                if (done.failed()) {
                    // They wait on, at most until their time is over; the next look may find the database again.
                    LOG.warnf("Changes could not be looked at reason=%s", done.cause().getClass().getSimpleName());
                }
            });
        }
    }

    private void look() {
        Map<FeedQuery, List<Waiter>> places = waiters.stream().collect(Collectors.groupingBy(Waiter::query));
        Map<Sight, Long> ends = feed.ends(places.keySet().stream().map(FeedQuery::sight).collect(Collectors.toSet()));
        places.forEach((query, there) -> {
            if (ends.get(query.sight()) > query.after().after()) {
                ChangeFeed.Part found = feed.read(query);
                there.forEach(waiter -> waiter.emitter.complete(found));
            }
        });
    }

    private static void answerNothing(Waiter waiter) {
        waiter.emitter.complete(nothing(waiter.query));
    }

    private static ChangeFeed.Part nothing(FeedQuery query) {
        return new ChangeFeed.Part(query, List.of(), false);
    }
}
