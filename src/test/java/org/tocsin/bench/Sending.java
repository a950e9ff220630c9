package org.tocsin.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.tocsin.json.Json;
import org.tocsin.local.Keycloak;
import org.tocsin.local.LocalStack;
import org.tocsin.local.Postgres;
import org.tocsin.local.Tokens;
import org.tocsin.webhook.Listener;

/** What goes out: deliveries to one destination with and without 500 pending to one that never answers; a page meanwhile; webhooks. */
final class Sending {

    private static final int PENDING = 500;
    private static final int DELIVERIES = 1000;
    private static final int EVENTS = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long BETWEEN_LOOKS = 5_000_000;

    private static final String COPY = """
            with copies as (
              insert into report
              select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'reference', left(upper(md5(random()::text)), 14)))).*
              from report r, generate_series(1, ?) where r.id = ?
              returning id, organisation_id
            ), releases as (
              insert into release (id, report_id, organisation_id, revision_number, released_by, released_at)
              select gen_random_uuid(), id, organisation_id, 1, 'liaison-1', now() from copies
              returning id, report_id, organisation_id
            )
            insert into delivery (id, release_id, report_id, organisation_id, revision_number, destination, document, digest, state, next_attempt_at, created_at)
            select gen_random_uuid(), id, report_id, organisation_id, 1, ?, '{}'::bytea, sha256('{}'::bytea), 'pending', now(), now() from releases""";

    private final LocalStack stack;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String sensor;
    private final String operator;

    private Sending(LocalStack stack) {
        this.stack = stack;
        Tokens tokens = Tokens.from(stack.identity(), Keycloak.TOCSIN);
        this.sensor = tokens.ofClient("sensor-a");
        this.operator = tokens.ofPerson("operator-a");
    }

    static void measure(LocalStack stack, int pagerPort) throws Exception {
        new Sending(stack).measure(pagerPort);
    }

    private void measure(int pagerPort) throws Exception {
        UUID report = file("low");
        deliveries(report); // warms up
        double before = deliveries(report);
        pending(report, Outbound.SILENT, PENDING);
        until(() -> number("select count(*) from delivery where destination = 'silent' and held_until > now()") >= 4);
        double page = page(pagerPort);
        double meanwhile = deliveries(report);
        long delivered = number("select count(*) from delivery where destination = 'silent' and state <> 'pending'");
        owner("update delivery set state = 'given-up' where destination = 'silent'");
        double after = deliveries(report);
        double alone = (before + after) / 2;
        System.out.printf(Locale.ROOT, "(a) deliveries to one destination, alone: %.0f /s before, %.0f /s after%n", before, after);
        System.out.printf(Locale.ROOT, "(b) the same with %d pending to one that never answers: %.0f /s   (b) / (a): %.2f%n", PENDING, meanwhile, meanwhile / alone);
        System.out.printf(Locale.ROOT, "A page for a critical report meanwhile: after %.1f s%n", page);
        System.out.printf(Locale.ROOT, "Webhook to a receiver that answers at once: %.0f events/s%n", webhook());
        if (delivered != 0) {
            throw new IllegalStateException("Something was delivered to the one that never answers");
        }
    }

    private double deliveries(UUID report) throws SQLException {
        long before = arrived();
        pending(report, Outbound.GOOD, DELIVERIES);
        long begin = System.nanoTime();
        until(() -> arrived() == before + DELIVERIES);
        return DELIVERIES / seconds(begin);
    }

    private long arrived() {
        return number("select count(*) from delivery where destination = 'good' and state = 'delivered'");
    }

    private double page(int port) throws Exception {
        try (Listener pager = new Listener(port)) {
            long begin = System.nanoTime();
            UUID critical = file("critical");
            until(() -> !pager.about(critical.toString()).isEmpty());
            return seconds(begin);
        }
    }

    private double webhook() throws Exception {
        try (Listener receiver = new Listener(0)) {
            send("POST", "/api/v1/webhooks", operator, "{\"url\": \"" + receiver.url() + "\", \"types\": [\"report.received\"]}", 201);
            try (Load.Client batch = Submissions.batch(stack, sensor)) {
                for (int i = 0; i < EVENTS / Submissions.BATCH; i++) {
                    if (!batch.once()) {
                        throw new IllegalStateException("A batch was not taken");
                    }
                }
            }
            until(() -> !receiver.heard().isEmpty());
            int early = receiver.heard().size();
            long begin = System.nanoTime();
            until(() -> receiver.heard().size() >= EVENTS);
            return (EVENTS - early) / seconds(begin);
        }
    }

    private UUID file(String severity) throws IOException, InterruptedException {
        String early = new String(Submissions.EARLY_WARNING, StandardCharsets.UTF_8);
        String body = send("POST", "/api/v1/reports", sensor, early.replaceFirst("\\{", "{\"severity\": \"" + severity + "\", "), 201);
        return UUID.fromString(Json.MAPPER.readTree(body).path("id").asText());
    }

    private String send(String method, String path, String token, String body, int expected) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(stack.tocsin().address() + path))
                .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private void pending(UUID report, String destination, int count) throws SQLException {
        try (Connection owner = stack.database().connect("tocsin", Postgres.OWNER); PreparedStatement insert = owner.prepareStatement(COPY)) {
            insert.setInt(1, count);
            insert.setObject(2, report);
            insert.setString(3, destination);
            insert.executeUpdate();
        }
    }

    private void owner(String statement) throws SQLException {
        try (Connection owner = stack.database().connect("tocsin", Postgres.OWNER); Statement update = owner.createStatement()) {
            update.executeUpdate(statement);
        }
    }

    private long number(String query) {
        try (Connection owner = stack.database().connect("tocsin", Postgres.OWNER); Statement statement = owner.createStatement();
             ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not within " + PATIENCE);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS * 10);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
