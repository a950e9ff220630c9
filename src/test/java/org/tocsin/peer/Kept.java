package org.tocsin.peer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.tocsin.local.Rows;

/** What the receiving side has stored. */
public final class Kept {

    private Kept() {
    }

    static long submissions(UUID delivery) {
        return Rows.number("select count(*) from peer_submission where delivery_id = ?", delivery.toString());
    }

    /** @param origin the report's id at the sender */
    public static long reports(UUID origin) {
        return Rows.number("select count(*) from report where origin_report = ?", origin);
    }

    public static long revisions(UUID origin) {
        return Rows.number("select count(*) from revision v join report r on r.id = v.report_id where r.origin_report = ?", origin);
    }

    static long latestRevision(UUID origin) {
        return Rows.number("select latest_revision from report where origin_report = ?", origin);
    }

    /** As if another peer had handed it over. */
    static void giveToAnotherPeer(UUID submission) throws SQLException {
        try (Connection database = Rows.asOwner(); PreparedStatement update =
                database.prepareStatement("update peer_submission set peer = 'another-gateway' where id = ?")) {
            update.setObject(1, submission);
            update.executeUpdate();
        }
    }
}
