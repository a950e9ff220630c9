package org.tocsin.withdrawal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.tocsin.store.Erasable;
import org.tocsin.store.Erasure;

/** Erases why a report was to be withdrawn, and who was called about it; what became of it stays. */
@ApplicationScoped
class WithdrawalErasure implements Erasable {

    private final EntityManager database;

    WithdrawalErasure(EntityManager database) {
        this.database = database;
    }

    @Override
    public void erase(Erasure erasure) {
        if (erasure.scope() == Erasure.Scope.REPORT) {
            database.createNativeQuery("select cast(erase_withdrawals(:erasure) as text)").setParameter("erasure", erasure.id()).getSingleResult();
        }
    }
}
