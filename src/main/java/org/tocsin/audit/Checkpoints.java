package org.tocsin.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tocsin.audit.log.Note;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** How the log stands: what was signed last, and how long ago. */
@ApplicationScoped
public class Checkpoints {

    /** Age by one clock, the database's, so that ours may be wrong. */
    private static final String LAST = "select " + Cosignatures.NOTE + """
            , c.signed_at, cast(extract(epoch from now() - c.signed_at) as bigint)
            from audit_checkpoint c
            order by c.size desc
            limit 1""";

    private final EntityManager database;
    private final Transactions transactions;

    Checkpoints(EntityManager database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** @param note as it is served: with the cosignatures that it has by now */
    public record Signed(Note note, Instant at, Duration age) {
    }

    /** @return nothing before the first */
    public Optional<Signed> last() {
        List<?> found = transactions.seeing(Sight.all(), () -> database.createNativeQuery(LAST).getResultList());
        return found.stream().findFirst().map(Object[].class::cast)
                .map(row -> new Signed(Note.parse((String) row[0]), (Instant) row[1], Duration.ofSeconds(((Number) row[2]).longValue())));
    }
}
