package org.tocsin.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.tocsin.local.Postgres;

/** Commits entries at a steady pace, ten to a commit, and takes the time until a checkpoint that covers each of them can be read. */
final class Pacing {

    private static final int CONNECTIONS = 4;
    private static final int EACH = 10;
    private static final long BETWEEN_LOOKS = 2_000_000;

    private Pacing() {
    }

    static Rate at(int perSecond, Duration duration, Postgres postgres, LogRows log) throws SQLException, InterruptedException {
        long first = log.signed();
        Map<UUID, Long> committed = new ConcurrentHashMap<>();
        TreeMap<Long, Long> seen = new TreeMap<>();
        AtomicReference<Exception> failure = new AtomicReference<>();
        List<Thread> writers = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < CONNECTIONS; i++) {
            Thread writer = new Thread(() -> {
                try {
                    write(postgres, begin + duration.toNanos(), 1_000_000_000L * EACH * CONNECTIONS / perSecond, committed);
                } catch (SQLException e) {
                    failure.set(e);
                }
            });
            writer.start();
            writers.add(writer);
        }
        while (writers.stream().anyMatch(Thread::isAlive) || log.signed() < first + committed.size()) {
            seen.putIfAbsent(log.signed(), System.nanoTime());
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        seen.putIfAbsent(log.signed(), System.nanoTime());
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
        return rate(postgres, first, committed, seen, duration);
    }

    private static void write(Postgres postgres, long end, long pause, Map<UUID, Long> committed) throws SQLException {
        try (Connection database = postgres.connect("tocsin", Postgres.OWNER);
             PreparedStatement entry = database.prepareStatement("insert into audit_entry (id, type, actor, audience, at, commitment) "
                     + "values (?, 'bench.entry', 'bench', 'internal', now(), sha256(gen_random_uuid()::text::bytea))")) {
            database.setAutoCommit(false);
            for (long next = System.nanoTime(); next < end; next += pause) {
                LockSupport.parkNanos(next - System.nanoTime());
                List<UUID> ids = new ArrayList<>();
                for (int i = 0; i < EACH; i++) {
                    UUID id = UUID.randomUUID();
                    entry.setObject(1, id);
                    entry.addBatch();
                    ids.add(id);
                }
                entry.executeBatch();
                database.commit();
                long now = System.nanoTime();
                ids.forEach(id -> committed.put(id, now));
            }
        }
    }

    private static Rate rate(Postgres postgres, long first, Map<UUID, Long> committed, TreeMap<Long, Long> seen, Duration duration) throws SQLException {
        Load.Tally tally = new Load.Tally();
        try (Connection database = postgres.connect("tocsin", Postgres.OWNER);
             Statement statement = database.createStatement();
             ResultSet leaves = statement.executeQuery("select entry_id, index from audit_leaf where index >= " + first)) {
            while (leaves.next()) {
                Long at = committed.get(leaves.getObject(1, UUID.class));
                if (at != null) {
                    // Zero when it was signed before the writer was told of its own commit.
                    tally.add(Math.max(0, seen.higherEntry(leaves.getLong(2)).getValue() - at), true);
                }
            }
        }
        return Rate.of(List.of(tally), duration.toNanos());
    }
}
