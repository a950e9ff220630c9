package org.tocsin.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.tocsin.audit.verify.Verify;
import org.tocsin.local.Keycloak;
import org.tocsin.local.LocalStack;
import org.tocsin.local.Tokens;

/** The audit log: what it costs submissions, how fast it grows and is signed, and whether a large one is slower than a small one. */
final class AuditLog {

    private static final long SMALL = Long.getLong("tocsin.bench.small", 1_000_000);
    private static final long LARGE = Long.getLong("tocsin.bench.large", 10_000_000);
    private static final int COMMITTED = Integer.getInteger("tocsin.bench.committed", 100_000);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("tocsin.bench.warm-up", 45));
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("tocsin.bench.seconds", 10));
    private static final Duration TURN = Duration.ofSeconds(5);
    private static final int ROUNDS = Integer.getInteger("tocsin.bench.rounds", 9);
    private static final int PROVED = 200;
    private static final int PER_SECOND = 1_000;

    private final LocalStack stack;
    private final LogRows log;

    private AuditLog(LocalStack stack, LogRows log) {
        this.stack = stack;
        this.log = log;
    }

    static void measure(LocalStack stack) throws Exception {
        try (LogRows log = new LogRows(stack.database())) {
            new AuditLog(stack, log).measure();
        }
    }

    private void measure() throws Exception {
        costOfSubmissions();
        System.out.println(rate("a small log"));
        log.awaitSigned();
        System.out.println(Pacing.at(PER_SECOND, MEASURED.multipliedBy(2), stack.database(), log)
                .line("commit to a checkpoint that covers it, " + PER_SECOND + " /s"));
        System.out.println(verifiedOverHttp());
        System.out.println(Verification.alone());

        Proving proving = new Proving(stack.tocsin().address(), stack.tocsin().managementAddress(), this::token);
        long heapSmall = grown(SMALL, proving);
        long heapLarge = grown(LARGE, proving);
        System.out.println(proving.run(MEASURED).line(millions(LARGE) + ": GET /api/v1/reports/{id}/proof"));
        System.out.println(proving.made(Tokens.from(stack.identity(), Keycloak.TOCSIN).ofPerson("auditor")));
        System.out.println(proving.reads(MEASURED).line("for comparison: GET /api/v1/reports/{id}"));
        System.out.println(rate(millions(LARGE)));
        System.out.printf(Locale.ROOT, "Live heap after a full collection: %.1f MiB at %s, %.1f MiB at %s; resident: %d MiB%n",
                heapSmall / 1048576.0, millions(SMALL), heapLarge / 1048576.0, millions(LARGE), stack.tocsin().residentMebibytes());
    }

    /**
     * The same load with the log as it is, with its tree held still, and with its places held still too. In many short turns, for the
     * service is still getting faster meanwhile, and the database tidies up now and then: it is the middle one of the rounds that counts.
     */
    private void costOfSubmissions() throws Exception {
        List<Way> ways = List.of(new Way("with the log", null), new Way("without its tree", "audit_tree"), new Way("without places too", "audit_sequence"));
        submissions(WARM_UP);
        for (int round = 0; round < ROUNDS; round++) {
            for (int turn = 0; turn < ways.size(); turn++) {
                ways.get((round + turn) % ways.size()).run();
            }
        }
        ways.forEach(way -> System.out.printf(Locale.ROOT, "Submissions %-32s %8.0f /s: the log leaves %.2f of it; turns: %s%n", way.name,
                middle(way.rates), middle(IntStream.range(0, ROUNDS).mapToObj(round -> ways.get(0).rates.get(round) / way.rates.get(round)).toList()),
                way.rates.stream().map(Math::round).toList()));
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    /** The log, or a part of it. */
    private final class Way {

        private final String name;
        private final String held;
        private final List<Double> rates = new ArrayList<>();

        /** @param held what is kept from growing; null for nothing */
        Way(String name, String held) {
            this.name = name;
            this.held = held;
        }

        void run() throws Exception {
            log.awaitSigned();
            try (Connection still = held == null ? null : log.hold(held)) {
                rates.add(submissions(TURN).perSecond());
            }
        }
    }

    /** A new one, for none lives as long as the whole run. */
    private String token() {
        return Tokens.from(stack.identity(), Keycloak.TOCSIN).ofClient("sensor-a");
    }

    private Rate submissions(Duration duration) throws InterruptedException {
        Rate rate = Submissions.singles(stack, token(), duration);
        if (rate.errors() > 0) {
            throw new IllegalStateException(rate.errors() + " submissions failed");
        }
        return rate;
    }

    /** From one commit of many entries to the checkpoint that covers the last of them. */
    private String rate(String where) throws SQLException {
        log.awaitSigned();
        long size = log.signed();
        log.commit(COMMITTED);
        long begin = System.nanoTime();
        log.awaitSigned(size + COMMITTED);
        double seconds = (System.nanoTime() - begin) / 1e9;
        return String.format(Locale.ROOT, "%-44s %8.0f leaves/s from commit to signed (%d in %.1f s)", where, COMMITTED / seconds, COMMITTED, seconds);
    }

    private String verifiedOverHttp() throws SQLException {
        log.awaitSigned();
        long size = log.signed();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        long begin = System.nanoTime();
        int ended = Verify.run(new String[] {"--log", stack.tocsin().address() + "/audit/log"}, new PrintStream(said, true));
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (ended != 0) {
            throw new IllegalStateException(said.toString());
        }
        return String.format(Locale.ROOT, "%-44s %8.0f leaves/s (%d in %.1f s)", "bin/verify --log, the service on the same cores", size / seconds, size, seconds);
    }

    /** @return the service's live heap, after proofs were made of a log of that size */
    private long grown(long size, Proving proving) throws SQLException, IOException, InterruptedException {
        log.awaitSigned();
        try (Connection held = log.hold("audit_sequence")) {
            proving.file(PROVED / 2);
            new Filling(held).to(size);
        }
        log.awaitSigned(size);
        log.tidy();
        proving.run(MEASURED.dividedBy(2));
        return Heap.live(stack.tocsin().pid());
    }

    private static String millions(long size) {
        return List.of(SMALL, LARGE).contains(size) && size % 1_000_000 == 0 ? size / 1_000_000 + " million leaves" : size + " leaves";
    }
}
