package org.tocsin.notice;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.tocsin.local.Rows;
import org.tocsin.report.FiledReport;

/** The notices of a report as the database has them, and time that passes there. */
final class NoticeRows {

    private NoticeRows() {
    }

    /** @return purpose, channel and recipient of each, in words */
    static List<String> of(FiledReport report, String state) {
        return Rows.column("select purpose || ' ' || channel || ' ' || recipient from notice where report_id = ?::uuid and state = ? order by id",
                report.id(), state);
    }

    /** As if the wait after a failure were over. */
    static void waitOver(FiledReport report) {
        change("update notice set next_attempt_at = now() - interval '1 second' where report_id = ? and state = 'pending'", report.id());
    }

    static void change(String statement, String id) {
        try (Connection database = Rows.asOwner(); PreparedStatement update = database.prepareStatement(statement)) {
            update.setObject(1, UUID.fromString(id));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }
}
