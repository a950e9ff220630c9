package org.tocsin.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.EntryBundle;
import org.tocsin.audit.log.Merkle;
import org.tocsin.audit.log.Note;
import org.tocsin.audit.log.Tile;
import org.tocsin.audit.verify.Verify;
import org.tocsin.local.Await;
import org.tocsin.local.Instance;
import org.tocsin.local.LogKey;
import org.tocsin.local.Postgres;

/**
 * The service is killed over and over while reports come in. Afterwards an outsider, with the receipts and the checkpoints that he
 * kept, finds each receipt's leaf in the log once, and the log to begin with each of those checkpoints.
 *
 * <p>How often: {@code bin/test -Dtocsin.kills=30}. The moments are random, and the same again with {@code -Dtocsin.kills.seed=…}.
 */
class KilledUnderLoadIT {

    private static final int KILLS = Integer.getInteger("tocsin.kills", 3);
    private static final long SEED = Long.getLong("tocsin.kills.seed", System.nanoTime());
    private static final int SENDERS = 4;
    private static final long LONGEST_LIFE_MILLIS = 1_500;

    @TempDir
    Path directory;

    private final Instance tocsin = Running.stack().tocsin();

    @Test
    void everyReceiptsLeafIsInTheLogOnceHoweverOftenTheServiceIsKilled() throws Exception {
        // Given
        System.out.printf("Killing the service %d times, -Dtocsin.kills.seed=%d%n", KILLS, SEED);
        Random random = new Random(SEED);
        Senders senders = new Senders(tocsin.address(), Running.tokens(), SENDERS);
        List<byte[]> kept = new ArrayList<>();
        List<Integer> accepted = new ArrayList<>();

        // When
        for (int kill = 0; kill < KILLS; kill++) {
            int before = senders.receipts().size();
            Await.until("reports are accepted", () -> senders.receipts().size() > before);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt((int) LONGEST_LIFE_MILLIS)));
            kept.add(get("checkpoint"));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(100)));
            tocsin.kill();
            accepted.add(senders.receipts().size() - before);
            tocsin.start();
        }
        Map<String, String> receipts = senders.stop();
        Await.until("a checkpoint covers every receipt", () -> leaves().keySet().containsAll(receipts.values()));

        // Then
        System.out.printf("Accepted before each kill: %s; %d in all, %d answers lost and asked for again%n", accepted, receipts.size(), senders.repeats());
        Map<String, Integer> leaves = leaves();
        assertThat(receipts.values()).doesNotHaveDuplicates().allSatisfy(leaf -> assertThat(leaves).containsEntry(leaf, 1));
        assertThat(filed(senders.title())).as("reports stored, one for each key").isEqualTo(receipts.size());
        for (byte[] checkpoint : kept) {
            Path file = Files.write(directory.resolve("kept"), checkpoint);
            verifies("--log", tocsin.address() + "/audit/log", "--since", file.toString(),
                    "--key", LogKey.log(Running.stack().certificates(), "tocsin").key().written());
        }
    }

    private static void verifies(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int ended = Verify.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(ended).as(out.toString(StandardCharsets.UTF_8)).isZero();
    }

    private byte[] get(String path) {
        return Senders.get(tocsin.address() + "/audit/log/" + path);
    }

    /** How often each leaf is in the log, as anyone may read it. */
    private Map<String, Integer> leaves() {
        long size = Checkpoint.parse(Note.parse(get("checkpoint")).text()).size();
        Map<String, Integer> leaves = new HashMap<>();
        for (long number = 0; number * Tile.FULL < size; number++) {
            EntryBundle.parse(get(Tile.within(size, Tile.ENTRIES, number).path()))
                    .forEach(entry -> leaves.merge(Merkle.leaf(entry).hex(), 1, Integer::sum));
        }
        return leaves;
    }

    private static long filed(String title) throws IOException, java.sql.SQLException {
        try (var database = Running.stack().database().connect("tocsin", Postgres.OWNER);
             var statement = database.createStatement();
             var count = statement.executeQuery("select count(*) from report where convert_from((select body from revision v "
                     + "where v.report_id = report.id and v.number = 1), 'UTF8') like '%" + title + "%'")) {
            count.next();
            return count.getLong(1);
        }
    }
}
