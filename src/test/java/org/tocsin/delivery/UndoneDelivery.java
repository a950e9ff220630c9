package org.tocsin.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.tocsin.local.Rows;

/** Puts the tables back to where a killed process leaves them. */
final class UndoneDelivery {

    private static final String PENDING = """
            update delivery
            set state = 'pending', receipt = null, submission_id = null, case_reference = null, delivered_at = null
            where id = ?""";
    private static final String LEASE_OVER = "update delivery set held_until = now() - interval '1 second' where id = ?";

    private UndoneDelivery() {
    }

    /** The destination has it, and we do not know. */
    static void asIfTheReceiptHadNotCome(UUID delivery) throws SQLException {
        change(PENDING, delivery);
    }

    static void asIfTheLeaseWereOver(UUID delivery) throws SQLException {
        change(LEASE_OVER, delivery);
    }

    private static void change(String statement, UUID delivery) throws SQLException {
        try (Connection database = Rows.asOwner(); PreparedStatement update = database.prepareStatement(statement)) {
            update.setObject(1, delivery);
            update.executeUpdate();
        }
    }
}
