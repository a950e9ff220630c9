package org.tocsin.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tocsin.report.Report;

/** Finds deliveries, as far as the transaction may see them. */
@ApplicationScoped
public class Deliveries implements PanacheRepositoryBase<Delivery, UUID> {

    public List<Delivery> of(Report report) {
        return list("report = ?1 order by revisionNumber, notice, destination", report.id);
    }

    /** The attempts of all of a report's deliveries, oldest first. */
    public List<DeliveryAttempt> attempts(Report report) {
        return getEntityManager().createQuery("""
                select a from DeliveryAttempt a
                where a.delivery in (select d.id from Delivery d where d.report = :report)
                order by a.delivery, a.number""", DeliveryAttempt.class)
                .setParameter("report", report.id)
                .getResultList();
    }

    List<DeliveryAttempt> attempts(Delivery delivery) {
        return getEntityManager().createQuery("from DeliveryAttempt where delivery = :delivery order by number", DeliveryAttempt.class)
                .setParameter("delivery", delivery.id)
                .getResultList();
    }

    public boolean anyDelivered(Report report) {
        return count("report = ?1 and revisionNumber = ?2 and state = ?3", report.id, report.latestRevision, Delivery.DELIVERED) > 0;
    }

    public boolean anyPending(UUID report) {
        return count("report = ?1 and state = ?2", report, Delivery.PENDING) > 0;
    }
}
