package org.tocsin.outbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Decides which destination gets a thread next, and holds the entries that were found due until they are tried. Each
 * destination has a lane. A lane with no worker goes before one that has some, and a quarter of the threads is kept for
 * lanes that have none: destinations that do not answer can take all of their own threads, and others still get theirs.
 *
 * <p>What it holds is a hint. Whether an entry may be sent is decided by its row, and what is forgotten here is found
 * there again.
 */
final class Lanes {

    private static final Duration AFTER_A_BROKEN_CLAIM = Duration.ofSeconds(30);

    private final int threads;
    private final int perLane;
    private final Supplier<Breaker> breakers;
    private final LongSupplier nanos;
    /** Guarded by this, as all below. Whoever was served last stands last. */
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    /** Entries that could not even be claimed, and until when they are left alone. */
    private final Map<UUID, Long> broken = new HashMap<>();
    private int working;
    private boolean stopped;

    private static final class Lane {
        private final Deque<UUID> waiting = new ArrayDeque<>();
        /** Waiting, or being tried. */
        private final Set<UUID> known = new HashSet<>();
        private final Breaker breaker;
        private int workers;

        private Lane(Breaker breaker) {
            this.breaker = breaker;
        }

        private boolean isIdle() {
            return known.isEmpty() && workers == 0 && breaker.isClean();
        }
    }

    /** @param nanos a monotonic clock */
    Lanes(int threads, int perLane, Supplier<Breaker> breakers, LongSupplier nanos) {
        this.threads = threads;
        this.perLane = perLane;
        this.breakers = breakers;
        this.nanos = nanos;
    }

    /** Those for which nothing needs to be looked for: they have enough, or are left alone. */
    synchronized List<String> closed() {
        return lanes.entrySet().stream()
                .filter(each -> !each.getValue().waiting.isEmpty() || !each.getValue().breaker.admits())
                .map(Map.Entry::getKey).toList();
    }

    synchronized void add(String destination, Collection<UUID> due) {
        Lane lane = lanes.computeIfAbsent(destination, unknown -> new Lane(breakers.get()));
        long now = nanos.getAsLong();
        broken.values().removeIf(until -> until - now <= 0);
        due.stream().filter(entry -> !broken.containsKey(entry)).filter(lane.known::add).forEach(lane.waiting::add);
    }

    /** An entry whose claim failed on our side: it is still due, and must neither be tried over and over nor keep others waiting. */
    synchronized void breaks(UUID entry) {
        broken.put(entry, nanos.getAsLong() + AFTER_A_BROKEN_CLAIM.toNanos());
    }

    /** @return whose worker is to be started now; nothing when no thread is free for anyone */
    synchronized Optional<String> startWorker() {
        Optional<String> next = stopped ? Optional.empty() : new ArrayList<>(lanes.entrySet()).stream()
                .filter(each -> mayStart(each.getValue()))
                .min(Comparator.comparingInt(each -> each.getValue().workers))
                .map(Map.Entry::getKey);
        next.ifPresent(destination -> {
            Lane lane = lanes.remove(destination);
            lane.workers++;
            working++;
            lanes.put(destination, lane);
        });
        return next;
    }

    private boolean mayStart(Lane lane) {
        int free = threads - working;
        int kept = lane.workers == 0 ? 0 : Math.max(1, threads / 4);
        return !lane.waiting.isEmpty() && lane.workers < perLane && lane.breaker.admits() && free > kept;
    }

    /** The next entry for a worker of this destination; it begins to try it. */
    synchronized Optional<UUID> next(String destination) {
        Lane lane = lanes.get(destination);
        if (stopped || !lane.breaker.admits() || lane.waiting.isEmpty()) {
            return Optional.empty();
        }
        lane.breaker.begins();
        return Optional.of(lane.waiting.remove());
    }

    /**
     * @param verdict nothing when the entry could not be claimed
     * @return whether the destination is left alone, or is no longer, since this
     */
    synchronized Change ended(String destination, UUID entry, Optional<Verdict> verdict) {
        Lane lane = lanes.get(destination);
        lane.known.remove(entry);
        boolean wasOpen = lane.breaker.isOpen();
        verdict.ifPresentOrElse(lane.breaker::ended, lane.breaker::abandoned);
        if (lane.breaker.isOpen()) {
            lane.known.removeAll(lane.waiting);
            lane.waiting.clear();
        }
        return wasOpen == lane.breaker.isOpen() ? Change.NONE : wasOpen ? Change.CLOSED : Change.OPENED;
    }

    /** What an attempt changed about its destination. */
    enum Change {
        NONE, OPENED, CLOSED
    }

    synchronized void workerEnded(String destination) {
        Lane lane = lanes.get(destination);
        lane.workers--;
        working--;
        if (lane.isIdle()) {
            lanes.remove(destination);
        }
    }

    synchronized void probeNow(String destination) {
        Optional.ofNullable(lanes.get(destination)).ifPresent(lane -> lane.breaker.probeNow());
    }

    /** No worker gets anything more. */
    synchronized void stop() {
        stopped = true;
    }
}
