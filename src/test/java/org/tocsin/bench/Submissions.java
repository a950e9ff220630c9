package org.tocsin.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tocsin.local.Keycloak;
import org.tocsin.local.LocalStack;
import org.tocsin.local.Postgres;
import org.tocsin.local.Tokens;

/** Submissions over HTTP against what the database can do at most. */
final class Submissions {

    private static final int CLIENTS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    static final byte[] EARLY_WARNING = """
            {"title": "Stratum-1 server stepped", "awareAt": "2026-11-23T03:12:00Z",
             "suspectedMalicious": "unknown", "crossBorder": "yes",
             "observations": [{"type": "ntp", "offsetSeconds": "37.000012", "stratum": 1}]}"""
            .getBytes(StandardCharsets.UTF_8);

    static final int BATCH = 100;

    private Submissions() {
    }

    static void measure(LocalStack stack) throws Exception {
        // One token lives longer than the whole run.
        String token = Tokens.from(stack.identity(), Keycloak.TOCSIN).ofClient("sensor-a");
        Load.run(CLIENTS, WARM_UP, i -> single(stack, token));
        Load.run(CLIENTS, SHORT, i -> batch(stack, token));
        Load.run(CLIENTS, SHORT, i -> ceiling(stack, 1));
        long before = reports(stack);

        Rate ceiling = Load.run(CLIENTS, MEASURED, i -> ceiling(stack, 1));
        Rate single = Load.run(CLIENTS, MEASURED, i -> single(stack, token));
        Rate ceilingOfHundreds = Load.run(CLIENTS, MEASURED, i -> ceiling(stack, BATCH)).times(BATCH);
        Rate batch = Load.run(CLIENTS, MEASURED, i -> batch(stack, token)).times(BATCH);

        long stored = reports(stack) - before;
        long answered = Stream.of(ceiling, single, ceilingOfHundreds, batch).mapToLong(Rate::done).sum();
        System.out.println(ceiling.line("(a) database alone, three statements a commit"));
        System.out.println(single.line("(b) POST /api/v1/reports, " + CLIENTS + " connections"));
        System.out.println(ceilingOfHundreds.line("(a100) database alone, commits of " + BATCH));
        System.out.println(batch.line("(c) POST /api/v1/reports:batch of " + BATCH));
        System.out.printf(Locale.ROOT, "(b) / (a): %.2f   (c) / (a100): %.2f%n",
                single.perSecond() / ceiling.perSecond(), batch.perSecond() / ceilingOfHundreds.perSecond());
        System.out.printf("Rows: %d reports stored, %d answered; the service's memory: %d MiB%n",
                stored, answered, stack.tocsin().residentMebibytes());
        if (stored != answered || single.errors() + batch.errors() > 0) {
            throw new IllegalStateException("What is stored is not what was answered");
        }
    }

    /** Only (b). */
    static Rate singles(LocalStack stack, String token, Duration duration) throws InterruptedException {
        return Load.run(CLIENTS, duration, i -> single(stack, token));
    }

    private static Load.Client single(LocalStack stack, String token) {
        return submitting(stack, "/api/v1/reports", token, () -> EARLY_WARNING, 201);
    }

    static Load.Client batch(LocalStack stack, String token) {
        return submitting(stack, "/api/v1/reports:batch", token, Submissions::batchOfNewOnes, 200);
    }

    private static byte[] batchOfNewOnes() {
        String warning = new String(EARLY_WARNING, StandardCharsets.UTF_8);
        return IntStream.range(0, BATCH)
                .mapToObj(i -> "{\"idempotencyKey\": \"" + UUID.randomUUID() + "\", \"report\": " + warning + "}")
                .collect(Collectors.joining(", ", "{\"reports\": [", "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Load.Client submitting(LocalStack stack, String path, String token, Supplier<byte[]> body, int status) {
        try {
            return new Submitting(stack.tocsin().address(), path, token, body, status);
        } catch (IOException e) {
            throw new IllegalStateException("The service cannot be reached", e);
        }
    }

    private static Ceiling ceiling(LocalStack stack, int each) {
        try {
            return new Ceiling(stack.database().connect("tocsin", Postgres.OWNER), EARLY_WARNING, each);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached", e);
        }
    }

    private static long reports(LocalStack stack) throws SQLException {
        try (Connection database = stack.database().connect("tocsin", Postgres.OWNER);
             Statement statement = database.createStatement();
             ResultSet count = statement.executeQuery("select count(*) from report")) {
            count.next();
            return count.getLong(1);
        }
    }
}
