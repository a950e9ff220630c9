package org.tocsin.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;

/** Reports that came to their end long ago, past the service: for no test wants to wait for years. */
final class EndedReport {

    static final String SECRET = "Ring Dr Weiss at home, " + UUID.randomUUID();

    private EndedReport() {
    }

    static FiledReport of(As sender, String state, int daysAgo) {
        FiledReport report = FiledReport.by(sender, Drafts.about("no-such-clock").put("description", SECRET)
                .put("externalRef", UUID.randomUUID().toString()));
        end(report, state, daysAgo);
        return report;
    }

    static void end(FiledReport report, String state, int daysAgo) {
        change("update report set state = ?, changed_at = now() - make_interval(days => ?) where id = cast(? as uuid)",
                state, daysAgo, report.id());
    }

    static void change(String statement, Object... parameters) {
        try (Connection owner = Rows.asOwner(); PreparedStatement prepared = owner.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, parameters[i]);
            }
            prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** Whether the report still says anywhere what it said; that and by whom it was erased may be said. */
    static long traces(FiledReport report) {
        String id = report.id();
        return Rows.number("""
                select (select count(*) from revision where report_id = cast(? as uuid) and body is not null)
                     + (select count(*) from enrichment where revision_id in (select id from revision where report_id = cast(? as uuid)))
                     + (select count(*) from submission_key where report_id = cast(? as uuid))
                     + (select count(*) from audit_payload p join audit_entry e on e.id = p.entry_id
                        where e.report_id = cast(? as uuid) and p.content is not null and convert_from(p.content, 'UTF8') not like '%.erased%')
                     + (select count(*) from timeline where report_id = cast(? as uuid) and detail <> '{}' and type not like '%.erased' and detail not like '%.erased%')
                     + (select count(*) from attachment where report_id = cast(? as uuid) and name is not null)""",
                id, id, id, id, id, id);
    }
}
