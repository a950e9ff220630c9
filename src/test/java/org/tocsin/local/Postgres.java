package org.tocsin.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/**
 * PostgreSQL as a child of the stack, durable as in production, listening on loopback only.
 *
 * <p>Two roles: {@code tocsin_owner} owns the databases and runs the migrations; {@code tocsin_app} serves, owns
 * nothing and is held by row-level security.
 */
public final class Postgres implements AutoCloseable {

    public static final String OWNER = "tocsin_owner";
    public static final String APP = "tocsin_app";
    public static final String PASSWORD = "demo";

    /** After a crash, a start replays the log first. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path cluster;
    private final EmbeddedPostgres server;
    private final int port;

    private Postgres(Path cluster, EmbeddedPostgres server, int port) {
        this.cluster = cluster;
        this.server = server;
        this.port = port;
    }

    public static Postgres start(Home home, int port, List<String> databases) {
        Path directory = home.database();
        Path cluster = cluster(home);
        Path complete = directory.resolve("complete");
        Postmaster.end(cluster);
        try {
            if (!Files.exists(complete)) {
                // An earlier first start was cut short. Nobody was told that it is ready, so nothing is lost by starting over.
                Directories.delete(cluster);
                Pem.write(superuserPassword(directory), HexFormat.of().formatHex(SecureRandom.getSeed(16)));
            }
            Postgres postgres = new Postgres(cluster, server(home, directory, cluster, port), port);
            try {
                DatabaseRoles.prepare(postgres, Files.readString(superuserPassword(directory)), databases);
                Pem.write(complete, "");
            } catch (SQLException | RuntimeException e) {
                postgres.close();
                throw new StackFailure("PostgreSQL started but its databases could not be prepared: " + e.getMessage(), e);
            }
            return postgres;
        } catch (IOException | IllegalStateException e) {
            Postmaster.end(cluster);
            throw new StackFailure("PostgreSQL did not start (" + e.getMessage() + "); see " + home.log("postgres"), e);
        }
    }

    private static EmbeddedPostgres server(Home home, Path directory, Path cluster, int port) throws IOException {
        Path password = superuserPassword(directory);
        Path binaries = Files.createDirectories(home.distributions().resolve("postgres"));
        ProcessBuilder.Redirect log = ProcessBuilder.Redirect.appendTo(home.log("postgres").toFile());
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setPort(port)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                // What initdb gets: no role without a password, and an order of text that no operating system changes.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", password.toString())
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setConnectConfig("password", Files.readString(password))
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                // The library turns durability off, for tests. Accepted is kept: here it stays on.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    static Path cluster(Home home) {
        return home.database().resolve("cluster");
    }

    private static Path superuserPassword(Path directory) {
        return directory.resolve("superuser.password");
    }

    public int port() {
        return port;
    }

    public String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /** A connection of one of the demo's two roles. */
    public Connection connect(String database, String role) throws SQLException {
        return DriverManager.getConnection(url(database), role, PASSWORD);
    }

    boolean alive() {
        return Postmaster.alive(cluster);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            // The library only logs a shutdown that did not work out.
            Postmaster.end(cluster);
        }
    }

    /** SIGKILL, as in a power cut; the next start recovers from the log. */
    public void kill() {
        Postmaster.kill(cluster);
        close();
    }
}
