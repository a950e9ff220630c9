package org.tocsin.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.tocsin.store.Erasable;
import org.tocsin.store.Erasure;

/**
 * What liaisons wrote down of a report's connections goes with its content. It is ours alone: no organisation's export has it.
 */
@ApplicationScoped
class IncidentErasure implements Erasable {

    private final EntityManager database;

    IncidentErasure(EntityManager database) {
        this.database = database;
    }

    @Override
    public void erase(Erasure erasure) {
        if (erasure.scope() == Erasure.Scope.REPORT) {
            database.createQuery("delete from ReportLink where first = :report or second = :report").setParameter("report", erasure.report()).executeUpdate();
            database.createQuery("delete from IncidentPart where report = :report").setParameter("report", erasure.report()).executeUpdate();
        }
    }
}
