package org.tocsin.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.tocsin.party.Caller;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.store.Ids;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/** Each liaison's own views of the queue. They are a person's bookmarks: nothing about a report is in them, and no audit entry is made. */
@ApplicationScoped
class SavedViews {

    static final int MOST = 12;
    static final int LONGEST_NAME = 40;

    private static final String SAVE = """
            insert into triage_view (id, owner, name, filters, saved_at)
            values (:id, :owner, :name, :filters, :at)
            on conflict (owner, name) do update
            set filters = excluded.filters,
                saved_at = excluded.saved_at""";

    private final EntityManager database;
    private final Transactions transactions;
    private final Now now;

    SavedViews(EntityManager database, Transactions transactions, Now now) {
        this.database = database;
        this.transactions = transactions;
        this.now = now;
    }

    /** Within the caller's transaction, by name. */
    List<SavedView> of(Caller liaison) {
        return database.createQuery("from SavedView where owner = :owner order by lower(name), name", SavedView.class)
                .setParameter("owner", liaison.id())
                .getResultList();
    }

    /**
     * A name that is there already stands for this view from now on.
     *
     * @throws Problem 422 for a name that is none, and when there are too many already
     */
    void save(Caller liaison, String name, QueueQuery view) {
        String given = name == null ? "" : name.strip();
        if (given.isEmpty() || given.length() > LONGEST_NAME || given.chars().anyMatch(Character::isISOControl)) {
            throw refused("Give the view a name of at most " + LONGEST_NAME + " characters.");
        }
        transactions.seeing(Sight.all(), () -> {
            List<SavedView> present = of(liaison);
            if (present.size() >= MOST && present.stream().noneMatch(each -> each.name.equals(given))) {
                throw refused("You have " + MOST + " views already. Delete one first.");
            }
            database.createNativeQuery(SAVE)
                    .setParameter("id", Ids.next())
                    .setParameter("owner", liaison.id())
                    .setParameter("name", given)
                    .setParameter("filters", view.filters())
                    .setParameter("at", now.instant())
                    .executeUpdate();
        });
    }

    /** Another's stays, and nobody is told that it is there. */
    void delete(Caller liaison, UUID id) {
        transactions.seeing(Sight.all(), () -> {
            database.createQuery("delete from SavedView where id = :id and owner = :owner")
                    .setParameter("id", id)
                    .setParameter("owner", liaison.id())
                    .executeUpdate();
        });
    }

    private static Problem refused(String message) {
        return Problem.invalid("view", List.of(new Fault("/name", "invalid", message)));
    }
}
