package org.tocsin.audit;

import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.tocsin.local.Rows;

/** In the tests witnesses are asked when a test says so. */
public final class AskedWitnesses {

    private AskedWitnesses() {
    }

    /** About the newest checkpoint. */
    public static boolean now() {
        Witnesses witnesses = Arc.container().instance(Witnesses.class).get();
        chooseTheNewest();
        return witnesses.all().stream().map(witnesses::ask).reduce(true, Boolean::logicalAnd);
    }

    static void chooseTheNewest() {
        try (Connection database = Rows.asOwner(); Statement owner = database.createStatement()) {
            owner.execute("update audit_cosigning set size = (select max(size) from audit_checkpoint), chosen_at = now()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
