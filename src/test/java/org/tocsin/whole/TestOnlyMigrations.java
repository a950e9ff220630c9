package org.tocsin.whole;

import java.nio.file.Path;
import java.time.Duration;
import org.tocsin.local.Postgres;
import org.tocsin.migration.MigrationSettings;
import org.tocsin.migration.Migrations;

/** What bin/migrate of a next release would be: a process that changes a large table. */
public final class TestOnlyMigrations {

    private TestOnlyMigrations() {
    }

    /** @param arguments JDBC address of the database, directory of the further migrations */
    public static void main(String[] arguments) {
        MigrationSettings settings = new MigrationSettings(arguments[0], Postgres.OWNER, Postgres.PASSWORD, Postgres.APP);
        new Migrations(settings, Duration.ofMinutes(5), System.out::println).and("filesystem:" + arguments[1]).apply();
    }

    static Process start(String url, Path log) throws java.io.IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
                TestOnlyMigrations.class.getName(), url, Path.of("src/test/resources/migration").toAbsolutePath().toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    }
}
