package org.tocsin.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.tocsin.local.As;
import org.tocsin.report.Report;
import org.tocsin.report.State;
import org.tocsin.seal.Sha256;
import org.tocsin.store.Ids;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** Deliveries for tests of who may send, where {@link NobodySends}. */
@ApplicationScoped
class Standing {

    private final EntityManager database;
    private final Transactions transactions;

    Standing(EntityManager database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    UUID delivery(UUID report, String destination, int revision) {
        return delivery(report, destination, revision, 0);
    }

    UUID delivery(UUID report, String destination, int revision, int notice) {
        return transactions.seeing(Sight.all(), () -> {
            Report about = database.find(Report.class, report);
            about.state = State.RELEASED;
            Release release = new Release();
            release.id = Ids.next();
            release.report = report;
            release.organisation = about.organisation;
            release.revisionNumber = revision;
            release.releasedBy = As.LIAISON_1.user();
            release.releasedAt = Instant.now();
            database.persist(release);
            database.flush();
            Delivery delivery = new Delivery();
            delivery.id = Ids.next();
            delivery.release = release.id;
            delivery.report = report;
            delivery.organisation = about.organisation;
            delivery.revisionNumber = revision;
            delivery.destination = destination;
            delivery.notice = notice;
            delivery.document = new byte[] {'{', '}'};
            delivery.digest = Sha256.of(delivery.document);
            delivery.state = Delivery.PENDING;
            delivery.nextAttemptAt = Instant.now();
            delivery.createdAt = Instant.now();
            database.persist(delivery);
            return delivery.id;
        });
    }

    void change(UUID delivery, Consumer<Delivery> change) {
        transactions.seeing(Sight.all(), () -> change.accept(database.find(Delivery.class, delivery)));
    }

    Delivery find(UUID delivery) {
        return transactions.seeing(Sight.all(), () -> database.find(Delivery.class, delivery));
    }

    Report report(UUID report) {
        return transactions.seeing(Sight.all(), () -> database.find(Report.class, report));
    }

    DeliveryAttempt attempt(UUID delivery, int number) {
        return transactions.seeing(Sight.all(),
                () -> database.find(DeliveryAttempt.class, new DeliveryAttempt.Key(delivery, number)));
    }
}
