package org.tocsin.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.tocsin.store.Erasable;
import org.tocsin.store.Erasure;

/** Erases the notes on a report. They are ours alone: no organisation's export has them. */
@ApplicationScoped
class NoteErasure implements Erasable {

    private final EntityManager database;

    NoteErasure(EntityManager database) {
        this.database = database;
    }

    @Override
    public void erase(Erasure erasure) {
        if (erasure.scope() == Erasure.Scope.REPORT) {
            database.createNativeQuery("select cast(erase_notes(:erasure) as text)").setParameter("erasure", erasure.id()).getSingleResult();
        }
    }
}
