package org.tocsin.news;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.tocsin.audit.Sequencer;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/**
 * Gives the entries of the log that operators may read their number within their organisation.
 *
 * <p>Places in the log are given after the commit of what they stand for, one batch after the other behind
 * one lock, so what is visible of them has no gap: nothing can appear later before what was seen. Numbers
 * are given the same way, and inherit that.
 *
 * <p>Crash story: the numbers and the place up to which the log was looked at change in one transaction.
 * Before its commit nothing has happened; after it all of it has. Of two replicas that try at once, one
 * waits on the single row and then goes on where the other stopped.
 */
@ApplicationScoped
public class NewsSequencer {

    static final int BATCH = 512;

    private static final String LOCK = "select next_leaf from change_place for update";

    /** Looked up first, so that the statements after it mean the same entries. */
    private static final String LAST = "select max(index) from audit_leaf where index >= :next and index < :next + :batch";

    private static final String NUMBER = """
            with news as (
              select l.index as leaf, e.id as entry_id, e.organisation_id, e.report_id, r.version, r.operator_version, r.state,
                     row_number() over (partition by e.organisation_id order by l.index) as place,
                     count(*) over (partition by e.organisation_id) as found
              from audit_leaf l
              join audit_entry e on e.id = l.entry_id
              join report r on r.id = e.report_id
              where l.index between :next and :last
                and e.audience = 'operator'
                -- it is part of the report's coming in, which is told already
                and e.type <> 'report.enriched'
            ), counted as (
              insert into change_count as c (organisation_id, last_number)
              select distinct organisation_id, found from news
              on conflict (organisation_id) do update set last_number = c.last_number + excluded.last_number
              returning organisation_id, last_number
            )
            insert into change (organisation_id, number, leaf, entry_id, report_id, report_version, operator_version, report_state)
            select n.organisation_id, c.last_number - n.found + n.place, n.leaf, n.entry_id, n.report_id, n.version, n.operator_version, n.state
            from news n
            join counted c on c.organisation_id = n.organisation_id""";

    private static final String ADVANCE = "update change_place set next_leaf = :last + 1";

    private final EntityManager database;
    private final Transactions transactions;
    private final Sequencer log;

    NewsSequencer(EntityManager database, Transactions transactions, Sequencer log) {
        this.database = database;
        this.transactions = transactions;
        this.log = log;
    }

    /** Numbers what is in the log, batch by batch, until all is. */
    public void run() {
        // What waits for its place gets it now and not a second later.
        log.run();
        while (numberBatch()) {
            // the log may hold another batch
        }
    }

    private boolean numberBatch() {
        return transactions.seeing(Sight.all(), () -> {
            long next = ((Number) database.createNativeQuery(LOCK).getSingleResult()).longValue();
            Number last = (Number) database.createNativeQuery(LAST)
                    .setParameter("next", next)
                    .setParameter("batch", BATCH)
                    .getSingleResult();
            if (last == null) {
                return false;
            }
            database.createNativeQuery(NUMBER)
                    .setParameter("next", next)
                    .setParameter("last", last.longValue())
                    .executeUpdate();
            database.createNativeQuery(ADVANCE).setParameter("last", last.longValue()).executeUpdate();
            return true;
        });
    }
}
