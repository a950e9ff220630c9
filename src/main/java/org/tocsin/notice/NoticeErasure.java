package org.tocsin.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.tocsin.store.Erasable;
import org.tocsin.store.Erasure;

/** Erases the words of mails and pages about a report, and to whom they went; those that are not sent yet are dropped. */
@ApplicationScoped
class NoticeErasure implements Erasable {

    private static final String NOTICES = """
            update notice
            set recipient = 'erased',
                subject = 'Erased',
                body = '',
                state = case when state = 'pending' then 'dropped' else state end
            where report_id = :report""";

    private final EntityManager database;

    NoticeErasure(EntityManager database) {
        this.database = database;
    }

    @Override
    public void erase(Erasure erasure) {
        if (erasure.scope() == Erasure.Scope.REPORT) {
            database.createNativeQuery(NOTICES).setParameter("report", erasure.report()).executeUpdate();
        }
    }
}
