package org.tocsin.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.json.Json;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;

/** What erasing one organisation's things reads does not grow with what others have. Counted in pages, not in time. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ErasureCostTest {

    /** Rows of the organisation itself, the same in both. */
    private static final int OWN = 40;

    /** Tables with rows about reports that an erasure does not look for by the report. */
    private static final String NOT_BY_REPORT = "'legal_hold', 'change', 'duty_page'";

    private static final String REPORTS = """
            insert into report (id, organisation_id, reference, version, state, stage, title, pressing, latest_revision, timeline_length, received_at, changed_at)
            select gen_random_uuid(), '%1$s', 'COST-%1$s-' || n, 1, 'closed', 'final', 'Cost', 0, 1, 1, now() - interval '20 days', now() - interval '10 days'
            from generate_series(1, %2$d) n""";
    private static final String REVISIONS = """
            insert into revision (id, report_id, organisation_id, number, stage, body, digest, time_flags, submitted_by, client, received_at, receipt)
            select gen_random_uuid(), id, organisation_id, 1, 'final', '{}', decode(repeat('00', 32), 'hex'), '[]', 'cost', 'cost', received_at, 'receipt'
            from report where organisation_id = '%1$s'""";
    private static final String ENRICHMENTS = """
            insert into enrichment (revision_id, organisation_id, audience, snapshot, salt)
            select id, organisation_id, 'liaison', convert_to('{"assets": {}, "relatedReports": [{"id": "' || gen_random_uuid() || '", "title": "Cost"}]}', 'UTF8'),
              decode(repeat('00', 32), 'hex')
            from revision where organisation_id = '%1$s'""";
    private static final String KEYS = """
            insert into submission_key (client, kind, key, organisation_id, fingerprint, report_id, answer, created_at)
            select 'cost', 'idempotency-key', id::text, organisation_id, decode(repeat('00', 32), 'hex'), id, '{}', now() - interval '30 days'
            from report where organisation_id = '%1$s'""";
    private static final String QUARANTINE = """
            insert into quarantine (id, organisation_id, client, key, body, digest, title, why, proof, received_at, state)
            select gen_random_uuid(), '%1$s', 'cost', n::text, '{}', decode(repeat('00', 32), 'hex'), 'Cost', 'expired', 'assertion', now() - interval '200 days', 'refused'
            from generate_series(1, %2$d) n""";
    private static final String CONTACTS = """
            insert into contact_held (id, organisation_id, document, asked_by, asked_at, state)
            select gen_random_uuid(), '%1$s', '{}', 'cost', now() - interval '2000 days', 'refused' from generate_series(1, %2$d) n""";
    private static final String ENTRIES = """
            with entry as (
              insert into audit_entry (id, organisation_id, type, actor, audience, at, commitment)
              select gen_random_uuid(), '%1$s', 'client.enrolled', 'cost', 'operator', now() - interval '3000 days', decode(repeat('00', 32), 'hex')
              from generate_series(1, %2$d) n
              returning id, organisation_id)
            insert into audit_payload (entry_id, organisation_id, audience, salt, content)
            select id, organisation_id, 'operator', decode(repeat('00', 32), 'hex'), '{}' from entry""";

    private static final Map<String, String> ERASING = new LinkedHashMap<>(Map.of(
            "due reports", "select id from report r where r.organisation_id = '%1$s' and r.state = any(array['closed']) and r.changed_at < now() and not exists ("
                    + "select from erasure e where e.report_id = r.id and e.scope = 'report') and not is_held(r.organisation_id, r.id) order by r.id limit 50",
            "keys", "select forget_keys('%1$s', now() - interval '7 days')",
            "revisions", "select erase_revisions('00000000-0000-0000-0000-0000000000a1')",
            "timeline", "select erase_timeline('00000000-0000-0000-0000-0000000000a1')",
            "entries of a report", "select erase_audit_payloads('00000000-0000-0000-0000-0000000000a1')",
            "handed over", "select erase_handed_over('00000000-0000-0000-0000-0000000000a1')",
            "quarantine", "select * from erase_quarantine('00000000-0000-0000-0000-0000000000b1', now() - interval '90 days', 200)",
            "contacts", "select * from erase_contact_changes('00000000-0000-0000-0000-0000000000b2', now() - interval '365 days', 200)",
            "entries", "select * from erase_audit_entries('00000000-0000-0000-0000-0000000000b3', now() - interval '1825 days', 200)"));

    /** Pages that each statement reads beside so many rows of another organisation. Nothing of it is committed. */
    private static Map<String, Long> pages(int foreign) throws SQLException {
        Map<String, Long> pages = new LinkedHashMap<>();
        try (Connection database = Rows.asOwner(); Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            try {
                for (String rows : new String[] {REPORTS, REVISIONS, ENRICHMENTS, KEYS, QUARANTINE, CONTACTS, ENTRIES}) {
                    statement.execute(rows.formatted(TestOrganisation.A.id(), OWN));
                    statement.execute(rows.formatted(TestOrganisation.B.id(), foreign));
                }
                statement.execute("delete from audit_pending where entry_id in (select id from audit_entry where actor = 'cost')");
                statement.execute("""
                        insert into erasure (id, organisation_id, report_id, scope, why, asked_by, at)
                        select '00000000-0000-0000-0000-0000000000a1', organisation_id, id, 'report', 'cost', 'cost', now()
                        from report where organisation_id = '%s' and title = 'Cost' limit 1""".formatted(TestOrganisation.A.id()));
                String[] scopes = {"quarantine", "contact-changes", "audit-entries"};
                for (int i = 0; i < scopes.length; i++) {
                    statement.execute("insert into erasure (id, organisation_id, scope, why, asked_by, at) values ('00000000-0000-0000-0000-0000000000b%d', '%s', '%s', 'cost', 'cost', now())"
                            .formatted(i + 1, TestOrganisation.A.id(), scopes[i]));
                }
                statement.execute("analyze report, revision, enrichment, submission_key, quarantine, contact_held, audit_entry, audit_payload, erasure");
                for (Map.Entry<String, String> erasing : ERASING.entrySet()) {
                    pages.put(erasing.getKey(), read(statement, erasing.getValue().formatted(TestOrganisation.A.id())));
                }
            } finally {
                database.rollback();
            }
        }
        return pages;
    }

    private static long read(Statement statement, String query) throws SQLException {
        try (ResultSet plan = statement.executeQuery("explain (analyze, buffers, format json) " + query)) {
            plan.next();
            JsonNode root = Json.tree(plan.getString(1).getBytes(StandardCharsets.UTF_8)).path(0).path("Plan");
            return root.path("Shared Hit Blocks").asLong() + root.path("Shared Read Blocks").asLong();
        }
    }

    @Test
    void fiftyTimesAsMuchOfOthersIsNotRead() throws SQLException {
        // When
        Map<String, Long> few = pages(OWN);
        Map<String, Long> many = pages(50 * OWN);

        // Then
        assertThat(many).allSatisfy((what, pages) -> assertThat(pages).as("pages for %s, %s and %s", what, few, many)
                .isLessThanOrEqualTo(few.get(what) * 3 / 2 + 60));
    }

    @Test
    void whatIsAboutAReportIsFoundByTheReport() {
        assertThat(Rows.column("""
                select c.relname::text
                from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'report_id'
                where c.relkind = 'r'
                  and c.relname not in (%s)
                  and not exists (select from pg_index i where i.indrelid = c.oid and i.indkey[0] = a.attnum)""".formatted(NOT_BY_REPORT))).isEmpty();
    }
}
