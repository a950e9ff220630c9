package org.tocsin.withdrawal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.delivery.document.Withdrawing;
import org.tocsin.report.Report;

/** Finds withdrawals, as far as the transaction may see them. */
@ApplicationScoped
public class Withdrawals implements PanacheRepositoryBase<Withdrawal, UUID> {

    Optional<Withdrawal> latest(Report report) {
        return find("report = ?1 order by number desc", report.id).firstResultOptional();
    }

    Optional<Withdrawal> open(Report report) {
        return find("report = ?1 and state = ?2", report.id, Withdrawal.ASKED).firstResultOptional();
    }

    /** What a document that goes out now must say of it: nothing when nobody asks. In the transaction of the release. */
    public Optional<Withdrawing> mark(Report report) {
        Optional<Withdrawal> open = open(report);
        open.ifPresent(withdrawal -> withdrawal.told = true);
        return open.map(withdrawal -> told(withdrawal, Withdrawing.Course.ASKED));
    }

    /** The same for a look at what would go out: nothing is written down. */
    public Optional<Withdrawing> markNow(Report report) {
        return open(report).map(withdrawal -> told(withdrawal, Withdrawing.Course.ASKED));
    }

    static Withdrawing told(Withdrawal withdrawal, Withdrawing.Course course) {
        return new Withdrawing(course, withdrawal.reason, withdrawal.askedAt, withdrawal.decidedAt);
    }
}
