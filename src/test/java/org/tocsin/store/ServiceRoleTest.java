package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;

/** What the role that the service runs as may not do, whatever the code tries. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ServiceRoleTest {

    private static final String PERMISSION_DENIED = "42501";

    private static SQLException attempt(String statement) {
        return catchThrowableOfType(SQLException.class, () -> {
            try (Connection service = Rows.asService()) {
                service.createStatement().execute("select set_config('tocsin.sight', 'all', false)");
                service.createStatement().execute(statement);
            }
        });
    }

    private static void isDenied(String statement) {
        SQLException denied = attempt(statement);
        assertThat((Throwable) denied).as(statement).isNotNull();
        assertThat(denied.getSQLState()).as(statement).isEqualTo(PERMISSION_DENIED);
    }

    @ParameterizedTest
    @CsvSource({"audit_entry,type", "audit_leaf,index", "audit_payload,content", "revision,body", "timeline,detail",
            "enrichment,snapshot", "submission_key,answer", "release,released_by", "peer_submission,answer", "contact_book,document",
            "attachment,name", "erasure,why", "audit_tile,root", "audit_head,root", "audit_checkpoint,note",
            "triage_note,text", "audit_cosignature,line", "witnessed_split,refused"})
    void whatIsWrittenForGoodIsNeitherChangedNorRemoved(String table, String column) {
        isDenied("update " + table + " set " + column + " = " + column);
        isDenied("delete from " + table);
        isDenied("truncate " + table + " cascade");
    }

    @Test
    void whatOrganisationsFollowIsNotChangedAlthoughItGoesForItsAge() {
        isDenied("update change set report_state = report_state");
        isDenied("truncate change");
    }

    @Test
    void contactsAreNotRemovedBeforeTheirTime() {
        isDenied("select prune_contacts(now() - interval '29 days', 1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "delivery", "withdrawal", "organisation", "attachment_content", "legal_hold",
        "audit_tree", "audit_heartbeat", "audit_sequence", "audit_cosigning", "audit_witness", "witnessed_log", "clock_memory"})
    void whatMayChangeIsNotRemoved(String table) {
        isDenied("delete from " + table);
        isDenied("truncate " + table + " cascade");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "alter table report disable row level security", "drop policy report_sight on report",
        "alter table audit_entry disable trigger all", "drop table audit_leaf", "create table mine (id int)",
        "set role tocsin_owner", "set session_replication_role = replica", "alter role tocsin_app bypassrls",
        "create or replace function sees_all() returns boolean language sql return true"})
    void itCannotGiveItselfMore(String statement) {
        isDenied(statement);
    }

    @Test
    void itOwnsNothing() {
        assertThat(Rows.number("""
                select count(*) from pg_class where relowner = 'tocsin_app'::regrole""")).isZero();
        assertThat(Rows.number("select count(*) from pg_proc where proowner = 'tocsin_app'::regrole")).isZero();
    }

    @Test
    void noSecurityIsBypassed() {
        assertThat(Rows.column("""
                select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles where rolname = 'tocsin_app'"""))
                .containsExactly("f");
        assertThat(Rows.number("select count(*) from pg_auth_members where member = 'tocsin_app'::regrole")).isZero();
    }
}
