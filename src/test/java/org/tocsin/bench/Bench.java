package org.tocsin.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import org.tocsin.local.Home;
import org.tocsin.local.Keycloak;
import org.tocsin.local.LocalStack;
import org.tocsin.local.Ports;
import org.tocsin.local.Postgres;
import org.tocsin.local.Tokens;

/**
 * What bin/bench runs: submissions over HTTP against what the database can do at most, in one run on one machine,
 * with durable settings. The ratio is what counts; the rates are the machine's.
 */
public final class Bench {

    private static final int CLIENTS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    private static final byte[] EARLY_WARNING = """
            {"title": "Stratum-1 server stepped", "awareAt": "2026-11-23T03:12:00Z",
             "suspectedMalicious": "unknown", "crossBorder": "yes",
             "observations": [{"type": "ntp", "offsetSeconds": "37.000012", "stratum": 1}]}"""
            .getBytes(StandardCharsets.UTF_8);

    private Bench() {
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1 || !arguments[0].equals("submit")) {
            System.err.println("Usage: bin/bench submit");
            System.exit(2);
        }
        try (LocalStack stack = new LocalStack(Home.at(Path.of("target", "bench")), Ports.free(), System.out::println)
                .emptied().start(EnumSet.of(LocalStack.Part.DATABASE, LocalStack.Part.IDENTITY, LocalStack.Part.TOCSIN), Map.of())) {
            submit(stack);
        }
    }

    private static void submit(LocalStack stack) throws Exception {
        // One token lives longer than the whole run.
        String token = Tokens.from(stack.identity(), Keycloak.TOCSIN).ofClient("sensor-a");
        Load.run(CLIENTS, WARM_UP, i -> new Submitting(stack.tocsin().address(), () -> token, EARLY_WARNING));
        Load.run(CLIENTS, Duration.ofSeconds(5), i -> ceiling(stack));
        long before = reports(stack);

        Rate ceiling = Load.run(CLIENTS, MEASURED, i -> ceiling(stack));
        Rate http = Load.run(CLIENTS, MEASURED, i -> new Submitting(stack.tocsin().address(), () -> token, EARLY_WARNING));

        long stored = reports(stack) - before;
        System.out.println(ceiling.line("(a) database alone, three statements a commit"));
        System.out.println(http.line("(b) POST /api/v1/reports, " + CLIENTS + " connections"));
        System.out.printf(Locale.ROOT, "(b) / (a): %.2f%n", http.perSecond() / ceiling.perSecond());
        System.out.printf("Rows: %d reports stored, %d answered; the service's memory: %d MiB%n",
                stored, ceiling.done() + http.done(), stack.tocsin().residentMebibytes());
        if (stored != ceiling.done() + http.done() - http.errors() || http.errors() > 0) {
            throw new IllegalStateException("What is stored is not what was answered");
        }
    }

    private static Ceiling ceiling(LocalStack stack) {
        try {
            return new Ceiling(stack.database().connect("tocsin", Postgres.OWNER), EARLY_WARNING);
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
