package org.tocsin.behalf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.tocsin.store.Erasable;
import org.tocsin.store.Erasure;

/** Erases who called about a report, from where, and what was said; that it was filed on behalf stays. */
@ApplicationScoped
class BehalfErasure implements Erasable {

    private static final String MARK = """
            update on_behalf
            set caller = 'Erased',
                reason = null
            where report_id = :report""";

    private final EntityManager database;

    BehalfErasure(EntityManager database) {
        this.database = database;
    }

    @Override
    public void erase(Erasure erasure) {
        if (erasure.scope() == Erasure.Scope.REPORT) {
            database.createNativeQuery(MARK).setParameter("report", erasure.report()).executeUpdate();
            database.createNativeQuery("select cast(erase_calls(:erasure) as text)").setParameter("erasure", erasure.id()).getSingleResult();
        }
    }
}
