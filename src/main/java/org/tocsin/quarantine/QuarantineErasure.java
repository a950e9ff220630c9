package org.tocsin.quarantine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.tocsin.store.Erasable;
import org.tocsin.store.Erasure;

/** Erases the body that was held until a person accepted it as this report; its digest stays. */
@ApplicationScoped
class QuarantineErasure implements Erasable {

    private static final String HELD = """
            update quarantine
            set body = cast('{}' as bytea),
                title = 'Erased',
                reason = null
            where report_id = :report""";

    private final EntityManager database;

    QuarantineErasure(EntityManager database) {
        this.database = database;
    }

    @Override
    public void erase(Erasure erasure) {
        if (erasure.scope() == Erasure.Scope.REPORT) {
            database.createNativeQuery(HELD).setParameter("report", erasure.report()).executeUpdate();
        }
    }
}
