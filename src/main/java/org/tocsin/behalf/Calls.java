package org.tocsin.behalf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tocsin.report.Report;
import org.tocsin.store.Ids;

/** Keeps and finds what only our side may know of calls. Needs a transaction that sees all. */
@ApplicationScoped
class Calls {

    private final EntityManager database;

    Calls(EntityManager database) {
        this.database = database;
    }

    void keep(BehalfCall call) {
        database.persist(call);
    }

    void keep(Report report, Call.Back back, String recordedBy, Instant at) {
        BehalfCallBack kept = new BehalfCallBack();
        kept.id = Ids.next();
        kept.report = report.id;
        kept.organisation = report.organisation;
        kept.number = back.number().text();
        kept.at = back.at();
        kept.how = back.how();
        kept.recordedBy = recordedBy;
        kept.recordedAt = at;
        database.persist(kept);
    }

    Optional<BehalfCall> under(String keyOwner, String key) {
        return database.createQuery("from BehalfCall where keyOwner = :owner and key = :key", BehalfCall.class)
                .setParameter("owner", keyOwner)
                .setParameter("key", key)
                .getResultStream().findFirst();
    }

    BehalfCall of(Report report) {
        return database.find(BehalfCall.class, report.id);
    }

    /** In the order in which they were written down. */
    List<BehalfCallBack> backs(Report report) {
        return database.createQuery("from BehalfCallBack where report = :report order by place", BehalfCallBack.class)
                .setParameter("report", report.id)
                .getResultList();
    }
}
