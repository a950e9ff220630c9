package org.tocsin.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.tocsin.store.Prunable;

/** Removes mail and rings that came to an end long ago, and then the pages that none of them belongs to any more. */
@ApplicationScoped
class NoticePruning implements Prunable {

    private static final String NOTICES = """
            delete from notice
            where id in (
              select id from notice
              where state <> 'pending' and ended_at < :before
              order by ended_at
              limit :most)""";

    private static final String PAGES = """
            delete from duty_page
            where id in (
              select p.id from duty_page p
              where p.state <> 'ringing' and p.ended_at < :before
                and not exists (select from notice n where n.page_id = p.id)
              order by p.ended_at
              limit :most)""";

    private final EntityManager database;

    NoticePruning(EntityManager database) {
        this.database = database;
    }

    @Override
    public Kind kind() {
        return Kind.NOTICES;
    }

    @Override
    public int prune(Instant before, int most) {
        return remove(NOTICES, before, most) + remove(PAGES, before, most);
    }

    private int remove(String statement, Instant before, int most) {
        return database.createNativeQuery(statement).setParameter("before", before).setParameter("most", most).executeUpdate();
    }
}
