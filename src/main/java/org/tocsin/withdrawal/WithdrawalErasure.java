package org.tocsin.withdrawal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.tocsin.store.Erasable;
import org.tocsin.store.Erasure;
import org.tocsin.store.ExportTable;
import org.tocsin.store.Exported;

/** Erases the reasons of withdrawals, and who was called on which number. That one was asked for, by whom and when, stays. */
@ApplicationScoped
class WithdrawalErasure implements Erasable, Exported {

    /** Without who decided: a liaison's account is not for the organisation. */
    private static final String WITHDRAWALS = """
            select id::text,
                   json_build_object('report', report_id, 'number', number, 'state', state, 'reason', reason,
                     'askedBy', asked_by, 'askedAt', asked_at, 'decidedAt', decided_at, 'decision', decision,
                     'calledNumber', called_number, 'answeredBy', answered_by, 'calledAt', called_at)::text
            from withdrawal
            where organisation_id = :organisation and id::text > :after
            order by id::text
            limit :most""";

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

    @Override
    public List<ExportTable> tables() {
        return List.of(new ExportTable("withdrawals", WITHDRAWALS));
    }
}
