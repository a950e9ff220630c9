package org.tocsin.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** How it stands with each witness that we ask. */
@ApplicationScoped
public class WitnessStandings {

    private static final String EACH = """
            select named.name, s.size, s.at, w.problem, w.since
            from unnest(cast(:names as text[])) as named (name)
            left join audit_witness w on w.witness = named.name
            left join lateral (
              select c.size, c.at
              from audit_cosignature c
              where c.witness = named.name
              order by c.size desc
              limit 1) s on true
            order by named.name""";

    private final EntityManager database;
    private final Transactions transactions;
    private final Witnesses witnesses;

    WitnessStandings(EntityManager database, Transactions transactions, Witnesses witnesses) {
        this.database = database;
        this.transactions = transactions;
        this.witnesses = witnesses;
    }

    /**
     * @param name    of its key
     * @param size    of the tree that it cosigned last; null before the first time
     * @param at      when we got that
     * @param problem why it does not cosign now; null when it does, or was never asked
     * @param since   when that began
     */
    public record Standing(String name, Long size, Instant at, String problem, Instant since) {
    }

    public List<Standing> now() {
        return witnesses.names().isEmpty() ? List.of() : transactions.seeing(Sight.all(), this::read);
    }

    private List<Standing> read() {
        Query each = database.createNativeQuery(EACH, Object[].class).setParameter("names", witnesses.names().toArray(String[]::new));
        return rows(each).stream()
                .map(row -> new Standing((String) row[0], row[1] == null ? null : ((Number) row[1]).longValue(), (Instant) row[2],
                        (String) row[3], row[3] == null ? null : (Instant) row[4]))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }
}
