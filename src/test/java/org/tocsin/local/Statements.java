package org.tocsin.local;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What the requests of a test cost at the database. What is counted is what the driver itself sends: each Sync of the
 * protocol is one round trip, whether it is a statement, a batch of them, or the commit. (The begin of a transaction
 * travels with its first statement.)
 *
 * <p>Only requests to the service are counted, not its background work, which goes on meanwhile on other threads. Tests
 * that count do not run beside others in one process.
 */
public final class Statements {

    private static final String WORKERS = "executor-thread";
    private static final Logger WIRE = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    private static final Logger TEXTS = Logger.getLogger("org.hibernate.SQL");

    private final AtomicInteger roundTrips = new AtomicInteger();
    private final List<String> texts = new CopyOnWriteArrayList<>();

    private Statements() {
    }

    /** Of the requests that the work makes and waits for. */
    public static Statements of(Runnable work) {
        Statements counted = new Statements();
        counted.listen(WIRE, Level.FINEST, message -> {
            if (message.startsWith(" FE=> Sync")) {
                counted.roundTrips.incrementAndGet();
            }
        }, () -> counted.listen(TEXTS, Level.FINE, counted.texts::add, work));
        return counted;
    }

    /**
     * The cheapest of six: now and then a request settles its client's share of requests, or is the first of its kind on a
     * connection, where the driver asks what the columns' types are.
     */
    public static Statements leastOf(Runnable work) {
        return Stream.generate(() -> of(work)).limit(6).min(Comparator.comparingInt(Statements::roundTrips)).orElseThrow();
    }

    public int roundTrips() {
        return roundTrips.get();
    }

    /** As Hibernate prepared them, for whoever wants to know which; a commit has no text. */
    public List<String> texts() {
        return List.copyOf(texts);
    }

    private interface Listener {
        void heard(String message);
    }

    private void listen(Logger logger, Level level, Listener listener, Runnable work) {
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                if (Thread.currentThread().getName().startsWith(WORKERS)) {
                    listener.heard(String.valueOf(entry.getMessage()));
                }
            }

            @Override
            public void flush() {
                // nothing is kept back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        handler.setLevel(level);
        Level before = logger.getLevel();
        boolean parents = logger.getUseParentHandlers();
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
        logger.setLevel(level);
        try {
            work.run();
        } finally {
            logger.setLevel(before);
            logger.removeHandler(handler);
            logger.setUseParentHandlers(parents);
        }
    }
}
