package org.tocsin.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Some clients, each doing one thing after the other for a while. */
final class Load {

    /** What one client does over and over; true when it went well. */
    interface Client extends AutoCloseable {

        boolean once() throws Exception;
    }

    private Load() {
    }

    static Rate run(int clients, Duration duration, IntFunction<Client> client) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<Tally>> loops = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Client each = client.apply(i);
                loops.add(() -> loop(each, duration));
            }
            long begin = System.nanoTime();
            List<Tally> tallies = new ArrayList<>();
            for (Future<Tally> loop : threads.invokeAll(loops)) {
                tallies.add(loop.get());
            }
            return Rate.of(tallies, System.nanoTime() - begin);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A client of the bench failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Tally loop(Client client, Duration duration) throws Exception {
        try (client) {
            long end = System.nanoTime() + duration.toNanos();
            Tally tally = new Tally();
            long start = System.nanoTime();
            while (start < end) {
                boolean well = client.once();
                long now = System.nanoTime();
                tally.add(now - start, well);
                start = now;
            }
            return tally;
        }
    }

    /** One client's times, in nanoseconds. */
    static final class Tally {

        private long[] nanos = new long[1 << 14];
        private int done;
        private int errors;

        void add(long time, boolean well) {
            if (done == nanos.length) {
                nanos = Arrays.copyOf(nanos, done * 2);
            }
            nanos[done++] = time;
            errors += well ? 0 : 1;
        }

        long[] nanos() {
            return Arrays.copyOf(nanos, done);
        }

        int errors() {
            return errors;
        }
    }
}
