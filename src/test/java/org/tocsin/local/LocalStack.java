package org.tocsin.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tocsin.migration.MigrationSettings;
import org.tocsin.migration.Migrations;

/**
 * PostgreSQL, Keycloak and both instances, or the parts that are asked for; started in order, stopped in the other.
 * Whatever goes wrong, nothing that it started stays.
 */
public final class LocalStack implements AutoCloseable {

    public enum Part { DATABASE, IDENTITY, TOCSIN, CERT }

    static final String TOCSIN_DATABASE = "tocsin";
    static final String CERT_DATABASE = "national_cert";
    static final String TOCSIN_NAME = "tocsin";
    static final String CERT_NAME = "national-cert";

    private static final Duration MIGRATING = Duration.ofMinutes(1);
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private final Home home;
    private final Ports ports;
    private final Consumer<String> progress;
    /** Guarded by itself: the shutdown hook may close while another thread still starts. */
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean closed;
    private boolean testTokens;

    private Certificates certificates;
    private Postgres database;
    private Keycloak identity;
    private Instance tocsin;
    private Instance cert;

    public LocalStack(Home home, Ports ports, Consumer<String> progress) {
        this.home = home;
        this.ports = ports;
        this.progress = progress;
    }

    /**
     * Forgets the databases of an earlier run. Keycloak's is kept, for its realms are replaced when their files are
     * newer, and an old one starts sooner.
     */
    public LocalStack emptied() {
        Postmaster.end(Postgres.cluster(home));
        Directories.delete(home.database());
        return this;
    }

    /** With a key that tests sign tokens with, too. */
    LocalStack signingForTests() {
        testTokens = true;
        return this;
    }

    public LocalStack start() {
        return start(EnumSet.allOf(Part.class), Map.of());
    }

    /**
     * @param parts an instance needs database and identity too
     * @param more  settings for both instances beside the usual ones
     */
    public LocalStack start(Set<Part> parts, Map<String, String> more) {
        int ended = Leftovers.end(home.run());
        Postmaster.end(Postgres.cluster(home));
        if (ended > 0) {
            progress.accept("Ended " + ended + " processes that an earlier run left behind");
        }
        try {
            ports.requireFree(StackPorts.of(parts));
            certificates = Certificates.at(home.keys());
            if (parts.contains(Part.DATABASE)) {
                database = step("PostgreSQL", () -> Postgres.start(home, ports.of(Port.DATABASE), List.of(TOCSIN_DATABASE, CERT_DATABASE)));
                migrate(TOCSIN_DATABASE);
                if (parts.contains(Part.CERT)) {
                    migrate(CERT_DATABASE);
                }
            }
            if (parts.contains(Part.IDENTITY)) {
                identity = step("Keycloak (the first start takes a minute)", () -> Keycloak.start(home, ports, certificates,
                        Optional.of(certificates).filter(all -> testTokens).map(all -> new TokenKey(all.tokens()))));
            }
            if (parts.contains(Part.CERT)) {
                cert = step("Tocsin as the national CERT", () -> instance(CERT_NAME, certSettings(parts.contains(Part.TOCSIN)), more));
            }
            if (parts.contains(Part.TOCSIN)) {
                tocsin = step("Tocsin", () -> instance(TOCSIN_NAME, tocsinSettings(parts.contains(Part.CERT)), more));
            }
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private <T extends AutoCloseable> T step(String what, Supplier<T> start) {
        synchronized (started) {
            if (closed) {
                throw new StackFailure("Stopped while starting");
            }
        }
        progress.accept("Starting " + what);
        T part = start.get();
        synchronized (started) {
            if (!closed) {
                started.push(part);
                return part;
            }
        }
        end(part);
        throw new StackFailure("Stopped while starting");
    }

    /** As bin/migrate does. */
    private void migrate(String name) {
        MigrationSettings settings = new MigrationSettings(database.url(name), Postgres.OWNER, Postgres.PASSWORD, Postgres.APP);
        progress.accept("Migrating the database " + name);
        new Migrations(settings, MIGRATING, progress).apply();
    }

    private Instance instance(String name, InstanceSettings settings, Map<String, String> more) {
        more.forEach(settings::set);
        return Instance.start(home, name, JAR, settings.values());
    }

    /** @param both whether the other instance is there too: then they witness each other */
    private InstanceSettings tocsinSettings(boolean both) {
        InstanceSettings settings = InstanceSettings.of(TOCSIN_NAME, "Tocsin")
                .listening(ports.of(Port.TOCSIN), ports.of(Port.TOCSIN_TLS), ports.of(Port.TOCSIN_MANAGEMENT))
                .database(database, TOCSIN_DATABASE)
                .issuer(identity.issuer(Keycloak.TOCSIN))
                .knowing("org-a", "National Time Service, Demo")
                .knowing("org-b", "Metro Power Grid, Demo")
                .serving(certificates, TOCSIN_NAME)
                .delivering(ports.of(Port.CERT_TLS), CERT_NAME, certificates.signing(CERT_NAME).jwks(), identity, certificates);
        return both ? settings.witnessing(certificates, TOCSIN_NAME, CERT_NAME)
                .witnessedBy(certificates, CERT_NAME, ports.of(Port.CERT_TLS)) : settings;
    }

    private InstanceSettings certSettings(boolean both) {
        InstanceSettings settings = InstanceSettings.of(CERT_NAME, "National CERT")
                .listening(ports.of(Port.CERT), ports.of(Port.CERT_TLS), ports.of(Port.CERT_MANAGEMENT))
                .database(database, CERT_DATABASE)
                .issuer(identity.issuer(Keycloak.CERT))
                .set("tocsin.instance.reference-prefix", "CERT")
                .knowing("tocsin", "Tocsin, Demo")
                .serving(certificates, CERT_NAME)
                .receiving(identity.issuer(Keycloak.CERT), certificates.signing(TOCSIN_NAME).jwks());
        return both ? settings.witnessing(certificates, CERT_NAME, TOCSIN_NAME)
                .witnessedBy(certificates, TOCSIN_NAME, ports.of(Port.TOCSIN_TLS)) : settings;
    }

    /** The first part that has ended by itself, or null. */
    String ended() {
        if (database != null && !database.alive()) {
            return "postgres";
        }
        if (identity != null && !identity.alive()) {
            return "keycloak";
        }
        return cert != null && !cert.alive() ? CERT_NAME : tocsin != null && !tocsin.alive() ? TOCSIN_NAME : null;
    }

    public Certificates certificates() {
        return certificates;
    }

    public Postgres database() {
        return database;
    }

    public Keycloak identity() {
        return identity;
    }

    public Instance tocsin() {
        return tocsin;
    }

    public Instance cert() {
        return cert;
    }

    @Override
    public void close() {
        synchronized (started) {
            closed = true;
            while (!started.isEmpty()) {
                end(started.pop());
            }
        }
        // A part that was still starting has written its process ids down, but nobody holds it yet.
        Leftovers.end(home.run());
        Postmaster.end(Postgres.cluster(home));
    }

    private void end(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) { // whatever it is: the other parts must be ended too
            progress.accept("While stopping: " + e);
        }
    }
}
