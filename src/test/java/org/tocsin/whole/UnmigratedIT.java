package org.tocsin.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.local.Postgres;

/** The packaged service does not start on a database that is not up to date. */
class UnmigratedIT {

    private static final String NEWEST = "(select max(installed_rank) from flyway_schema_history)";

    @TempDir
    Path directory;

    @Test
    void itNamesTheMigrationThatIsMissingAndEnds() throws Exception {
        // Given
        Path settings = Running.settings("tocsin");
        run("create table kept_history as select * from flyway_schema_history where installed_rank = " + NEWEST,
                "delete from flyway_schema_history where installed_rank = " + NEWEST);
        Path output = directory.resolve("output");

        // When
        Process service = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dquarkus.profile=demo", "-Dquarkus.config.locations=" + settings.toUri(),
                "-jar", Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath().toString())
                .directory(directory.toFile()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        boolean ended = service.waitFor(2, TimeUnit.MINUTES);
        service.destroyForcibly();

        // Then
        assertThat(ended).as(Files.readString(output)).isTrue();
        assertThat(service.exitValue()).as(Files.readString(output)).isEqualTo(78);
        assertThat(output).content().containsPattern("\\nTocsin does not start:\n  The database lacks these migrations: .*[.] Run bin/migrate, then start again[.]\n$")
                .doesNotContain("Starting scheduler");
    }

    @AfterEach
    void putBack() throws SQLException {
        run("insert into flyway_schema_history select * from kept_history", "drop table kept_history");
    }

    private static void run(String... statements) throws SQLException {
        try (Connection owner = Running.stack().database().connect("tocsin", Postgres.OWNER); Statement statement = owner.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
