package org.tocsin.local;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Does several things at the same time, as near as a machine can. */
public final class Together {

    private Together() {
    }

    /** @return what each gave, in the order of the list */
    public static <T> List<T> all(List<Supplier<T>> acts) {
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        CyclicBarrier start = new CyclicBarrier(acts.size());
        try {
            List<CompletableFuture<T>> under = acts.stream()
                    .map(act -> CompletableFuture.supplyAsync(() -> afterAll(start, act), threads))
                    .toList();
            return under.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T afterAll(CyclicBarrier start, Supplier<T> act) {
        try {
            start.await();
        } catch (Exception e) { // interrupted or broken: the test is over either way
            throw new IllegalStateException(e);
        }
        return act.get();
    }
}
