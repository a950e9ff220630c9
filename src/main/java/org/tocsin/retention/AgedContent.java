package org.tocsin.retention;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tocsin.audit.Actor;
import org.tocsin.audit.Audience;
import org.tocsin.audit.Audit;
import org.tocsin.audit.AuditEvent;
import org.tocsin.json.Json;
import org.tocsin.store.Ageing;
import org.tocsin.store.Ids;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.ClockWatch;
import org.tocsin.time.Now;

/**
 * Erases an organisation's content that belongs to no report and has been kept long enough, unless somebody holds the organisation.
 *
 * <p>Crash story: each batch is one transaction with the erasure's row, what goes, and the entry that names it. What is left is due
 * again the next night.
 */
@ApplicationScoped
class AgedContent {

    static final int BATCH = 200;
    private static final String WHY = "What belongs to no report is kept for a set time, and it is over.";

    private static final String WRITE = """
            insert into erasure (id, organisation_id, scope, why, asked_by, at)
            values (:id, :organisation, :scope, :why, :by, :at)""";

    private static final String IS_HELD = "select is_held(:organisation, null)";

    private final EntityManager database;
    private final Transactions transactions;
    private final Instance<Ageing> rooms;
    private final RetentionConfig config;
    private final Audit audit;
    private final ClockWatch clock;
    private final Now now;

    AgedContent(EntityManager database, Transactions transactions, @Any Instance<Ageing> rooms, RetentionConfig config, Audit audit,
            ClockWatch clock, Now now) {
        this.database = database;
        this.transactions = transactions;
        this.rooms = rooms;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
        this.now = now;
    }

    void erase(String organisation) {
        for (Ageing room : rooms) {
            int erased;
            do {
                erased = clock.isInDoubt() ? 0 : transactions.seeing(Sight.all(), () -> eraseSome(room, organisation));
            } while (erased == BATCH);
        }
    }

    private int eraseSome(Ageing room, String organisation) {
        Instant at = now.instant();
        Instant before = at.minus(Duration.ofDays(config.days(room.kind())));
        if (isHeld(organisation) || !room.isDue(organisation, before)) {
            return 0;
        }
        UUID erasure = Ids.next();
        write(erasure, organisation, room.kind(), at);
        List<String> erased = room.erase(erasure, before, BATCH);
        ObjectNode detail = Json.MAPPER.createObjectNode().put("because", WHY);
        erased.forEach(detail.withArray("ids")::add);
        audit.write(new AuditEvent(organisation, null, room.kind().code() + ".erased", Actor.TOCSIN, Audience.INTERNAL, at, detail));
        return erased.size();
    }

    private boolean isHeld(String organisation) {
        return (Boolean) database.createNativeQuery(IS_HELD).setParameter("organisation", organisation).getSingleResult();
    }

    private void write(UUID erasure, String organisation, Ageing.Kind kind, Instant at) {
        database.createNativeQuery(WRITE)
                .setParameter("id", erasure)
                .setParameter("organisation", organisation)
                .setParameter("scope", kind.code())
                .setParameter("why", WHY)
                .setParameter("by", Actor.TOCSIN.name())
                .setParameter("at", at)
                .executeUpdate();
    }
}
