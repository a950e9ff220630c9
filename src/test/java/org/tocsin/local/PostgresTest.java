package org.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {

    private static final List<String> DATABASES = List.of("tocsin", "national_cert");

    @TempDir
    Path directory;

    @Test
    void whatIsCommittedSurvivesAKillAndARestart() throws SQLException {
        // Given
        Postgres first = start();
        run(first, "CREATE TABLE bell (rung text)");
        run(first, "INSERT INTO bell VALUES ('once')");

        // When
        first.kill();

        // Then
        try (Postgres second = start()) {
            assertThat(ask(second, Postgres.OWNER, "SELECT rung FROM bell")).isEqualTo("once");
        }
    }

    @Test
    void itIsDurableAndItsRolesHoldNoPrivilege() throws SQLException {
        try (Postgres postgres = start()) {
            // Given
            run(postgres, "CREATE TABLE bell (rung text)");

            // When
            String durable = ask(postgres, Postgres.APP, "SELECT concat_ws(' ', current_setting('fsync'),"
                    + " current_setting('synchronous_commit'), current_setting('full_page_writes'))");
            String privileged = ask(postgres, Postgres.APP, "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'tocsin%'"
                    + " AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)");
            String owned = ask(postgres, Postgres.APP, "SELECT count(*) FROM pg_class WHERE pg_get_userbyid(relowner) = 'tocsin_app'");

            // Then
            assertThat(durable).isEqualTo("on on on");
            assertThat(privileged).isEqualTo("0");
            assertThat(owned).isEqualTo("0");
            assertThatThrownBy(() -> ask(postgres, Postgres.APP, "SELECT rung FROM bell")).hasMessageContaining("permission denied");
        }
    }

    private Postgres start() {
        return Postgres.start(Home.at(directory), Ports.free().of(Port.DATABASE), DATABASES);
    }

    private static void run(Postgres postgres, String command) throws SQLException {
        try (Connection connection = postgres.connect("tocsin", Postgres.OWNER); Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static String ask(Postgres postgres, String role, String query) throws SQLException {
        try (Connection connection = postgres.connect("tocsin", role);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
