package org.tocsin.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tocsin.attachment.WaitingFiles;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.Organisations;
import org.tocsin.problem.Problem;
import org.tocsin.store.Ids;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/** Keeps drafts: each person's own, so many of them, so long. */
@ApplicationScoped
class Drafts {

    /** More than anyone writes at once. */
    static final int MOST = 20;
    static final int BYTES = 256 * 1024;

    private final EntityManager database;
    private final Transactions transactions;
    private final Organisations organisations;
    private final WaitingFiles files;
    private final Now now;
    private final Duration kept;

    Drafts(EntityManager database, Transactions transactions, Organisations organisations, WaitingFiles files, Now now,
            @ConfigProperty(name = "tocsin.drafts.kept", defaultValue = "30d") Duration kept) {
        this.database = database;
        this.transactions = transactions;
        this.organisations = organisations;
        this.files = files;
        this.now = now;
        this.kept = kept;
    }

    /** Those of this person, the latest first. */
    List<Draft> of(Caller person) {
        return transactions.seeing(own(person), () -> list(person));
    }

    /** @throws Problem 404 also when it is another's, be it a colleague's */
    Draft mine(Caller person, String id) {
        return transactions.seeing(own(person), () -> find(person, id));
    }

    /**
     * @param report  null for a new one
     * @param version of the report
     * @param key     what it will be filed under
     * @throws Problem 409 when the person has too many
     */
    Draft begin(Caller person, UUID report, Integer version, String key, Typed typed) {
        organisations.requireKnown(person);
        return transactions.seeing(own(person), () -> {
            List<Draft> there = list(person);
            if (there.size() >= MOST) {
                throw Problem.conflict("too-many-drafts", "Too many drafts",
                        "You have " + there.size() + " drafts, which is as many as are kept. Send or discard one first.");
            }
            Draft draft = new Draft();
            draft.id = Ids.next();
            draft.organisation = person.ownOrganisation();
            draft.owner = person.id();
            draft.report = report;
            draft.version = version;
            draft.key = key;
            draft.typed = bounded(typed);
            draft.startedAt = now.instant();
            draft.touchedAt = draft.startedAt;
            database.persist(draft);
            return draft;
        });
    }

    /** Changes what was typed. */
    Draft write(Caller person, String id, Consumer<Typed> change) {
        return transactions.seeing(own(person), () -> {
            Draft draft = find(person, id);
            Typed typed = typed(draft);
            change.accept(typed);
            draft.typed = bounded(typed);
            draft.touchedAt = now.instant();
            return draft;
        });
    }

    /** The writer has seen the report as it is now. */
    void seen(Caller person, String id, int version) {
        transactions.seeing(own(person), () -> {
            Draft draft = find(person, id);
            draft.version = version;
            draft.touchedAt = now.instant();
        });
    }

    /** It has become a report. Nothing of it is kept but where that is. */
    void filed(Caller person, String id, UUID report) {
        transactions.seeing(own(person), () -> {
            Draft draft = find(person, id);
            draft.filed = report;
            draft.typed = Typed.empty().bytes();
        });
    }

    void discard(Caller person, String id) {
        transactions.seeing(own(person), () -> {
            Draft draft = find(person, id);
            files.forget(draft.id);
            database.remove(draft);
        });
    }

    /** Those that nobody has touched for so long. */
    void prune() {
        Instant before = now.instant().minus(kept);
        transactions.seeing(Sight.all(), () -> {
            database.createQuery("select id from Draft where touchedAt < :before", UUID.class).setParameter("before", before).getResultList()
                    .forEach(files::forget);
            database.createQuery("delete from Draft where touchedAt < :before").setParameter("before", before).executeUpdate();
        });
    }

    static Typed typed(Draft draft) {
        return new Typed((ObjectNode) Json.tree(draft.typed));
    }

    private static byte[] bounded(Typed typed) {
        byte[] bytes = typed.bytes();
        if (bytes.length > BYTES) {
            throw Problem.tooLarge(BYTES);
        }
        return bytes;
    }

    private List<Draft> list(Caller person) {
        return database.createQuery("from Draft where organisation = :organisation and owner = :owner and filed is null order by touchedAt desc", Draft.class)
                .setParameter("organisation", person.ownOrganisation()).setParameter("owner", person.id()).getResultList();
    }

    private Draft find(Caller person, String id) {
        return Ids.read(id).map(key -> database.find(Draft.class, key))
                .filter(draft -> draft.owner.equals(person.id()) && draft.organisation.equals(person.ownOrganisation()))
                .orElseThrow(() -> Problem.notFound("draft"));
    }

    private static Sight own(Caller person) {
        return Sight.own(person.ownOrganisation());
    }
}
