package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.Postgres;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;

/** What a database that is in use keeps when it is brought up to date: in a schema of its own beside the service's. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class MigrationTest {

    private static final String SCHEMA = "before_the_order";

    private static final String REPORT = "insert into report (id, organisation_id, reference, version, state, stage, title, pressing, latest_revision,"
            + " timeline_length, received_at, changed_at) values ('%1$s', 'org-a', '%1$s', 1, 'received', 'early-warning', 'Old', 0, 1, 0, '%2$s', '%2$s')";
    private static final String NOTE = "insert into triage_note values ('%s', '00000000-0000-0000-0000-000000000001', 'org-a', 'Old', 'liaison-1', now())";

    @ConfigProperty(name = "tocsin.database.url")
    String url;

    private FluentConfiguration migrations() {
        return Flyway.configure().dataSource(url, Postgres.OWNER, Postgres.PASSWORD).schemas(SCHEMA).placeholders(Map.of("service", Postgres.APP));
    }

    private static String id(int number) {
        return "00000000-0000-0000-0000-00000000000" + number;
    }

    private static void write(String... rows) throws SQLException {
        try (Connection owner = Rows.asOwner(); Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("set local search_path = " + SCHEMA);
            for (String row : rows) {
                statement.execute(row);
            }
            owner.commit();
        }
    }

    @AfterEach
    void forget() throws SQLException {
        write("drop schema " + SCHEMA + " cascade");
    }

    @Test
    void whatWasThereKeepsItsOrderAndWhatComesStandsBehind() throws SQLException {
        // Given
        migrations().target("61").load().migrate();
        write("insert into organisation (id, name) values ('org-a', 'One')", REPORT.formatted(id(1), "2026-11-03"), REPORT.formatted(id(2), "2026-11-01"), REPORT.formatted(id(3), "2026-11-02"),
                NOTE.formatted(id(5)), NOTE.formatted(id(4)));

        // When
        migrations().load().migrate();
        write(REPORT.formatted(id(4), "1996-11-01"), NOTE.formatted(id(1)));

        // Then
        assertThat(Rows.column("select id from " + SCHEMA + ".report order by place")).containsExactly(id(2), id(3), id(1), id(4));
        assertThat(Rows.column("select id from " + SCHEMA + ".triage_note order by place")).containsExactly(id(4), id(5), id(1));
    }

    @Test
    void whatWasSomebodysByNameAloneIsNobodys() throws SQLException {
        // Given
        migrations().target("63").load().migrate();
        write("insert into organisation (id, name) values ('org-a', 'One')", REPORT.formatted(id(1), "2026-11-03"), REPORT.formatted(id(2), "2026-11-03"),
                "update report set holder = 'liaison-1', holder_since = now() where id = '" + id(1) + "'",
                "insert into handover (id, offered_by, note, offered_at) values ('" + id(1) + "', 'liaison-1', 'Old', now())",
                "insert into triage_view (id, owner, name, filters, saved_at) values ('" + id(1) + "', 'liaison-1', 'Old', '', now())",
                "insert into draft (id, organisation_id, owner, key, typed, started_at, touched_at) values ('" + id(1) + "', 'org-a', 'operator-a', 'k', '{}', now(), now())",
                "insert into withdrawal (id, report_id, organisation_id, number, state, reason, asked_by, asked_at, told) values ('" + id(1) + "', '"
                        + id(2) + "', 'org-a', 1, 'asked', 'Old', 'operator-a', now(), false)");

        // When
        migrations().load().migrate();

        // Then
        assertThat(Rows.column("select count(*) from " + SCHEMA + ".report where holder is not null or holder_id is not null")).containsExactly("0");
        assertThat(Rows.column("select count(*) from " + SCHEMA + ".handover where ended_at is null")).containsExactly("0");
        assertThat(Rows.column("select count(*) from " + SCHEMA + ".triage_view")).containsExactly("0");
        assertThat(Rows.column("select coalesce(asked_by_id, 'nobody') from " + SCHEMA + ".withdrawal")).containsExactly("nobody");
    }
}
