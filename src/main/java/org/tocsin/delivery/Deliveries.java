package org.tocsin.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.report.Report;

/** Finds deliveries, as far as the transaction may see them. */
@ApplicationScoped
public class Deliveries implements PanacheRepositoryBase<Delivery, UUID> {

    public List<Delivery> of(Report report) {
        return list("report = ?1 order by revisionNumber, notice, destination", report.id);
    }

    /** All of a report's, each with its attempts, oldest first. */
    Map<Delivery, List<DeliveryAttempt>> withAttempts(Report report) {
        Map<Delivery, List<DeliveryAttempt>> found = new LinkedHashMap<>();
        getEntityManager().createQuery("""
                select d, a from Delivery d
                left join DeliveryAttempt a on a.delivery = d.id
                where d.report = :report
                order by d.revisionNumber, d.notice, d.destination, a.number""", Object[].class)
                .setParameter("report", report.id)
                .getResultStream()
                .forEach(row -> {
                    List<DeliveryAttempt> attempts = found.computeIfAbsent((Delivery) row[0], unseen -> new ArrayList<>());
                    Optional.ofNullable((DeliveryAttempt) row[1]).ifPresent(attempts::add);
                });
        return found;
    }

    List<DeliveryAttempt> attempts(Delivery delivery) {
        return getEntityManager().createQuery("from DeliveryAttempt where delivery = :delivery order by number", DeliveryAttempt.class)
                .setParameter("delivery", delivery.id)
                .getResultList();
    }

    /** How it ended the last time; nothing when it has not ended yet, or its row was removed for its age. */
    Optional<DeliveryAttempt> lastEnded(Delivery delivery) {
        return getEntityManager().createQuery("from DeliveryAttempt where delivery = :delivery and outcome is not null order by number desc", DeliveryAttempt.class)
                .setParameter("delivery", delivery.id)
                .setMaxResults(1)
                .getResultStream().findFirst();
    }

    /** Those that come after it on the report's way to the destination, in their order. */
    List<Delivery> behind(Delivery delivery) {
        return list("""
                report = ?1 and destination = ?2 and (revisionNumber > ?3 or revisionNumber = ?3 and notice > ?4)
                order by revisionNumber, notice""", delivery.report, delivery.destination, delivery.revisionNumber, delivery.notice);
    }

    public boolean anyDelivered(Report report) {
        return count("report = ?1 and revisionNumber = ?2 and state = ?3", report.id, report.latestRevision, Delivery.DELIVERED) > 0;
    }

    public boolean anyPending(UUID report) {
        return count("report = ?1 and state = ?2", report, Delivery.PENDING) > 0;
    }
}
