package org.tocsin.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tocsin.json.Json;
import org.tocsin.seal.Sha256;
import org.tocsin.store.Ids;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/**
 * Keeps forms whose sender's session had ended, until the same person has signed in again: encrypted, few of each person,
 * for an hour.
 */
@ApplicationScoped
class Parking {

    static final int MOST = 5;

    private static final String PARK = """
            insert into parked_form (id, owner, content, parked_at)
            values (:id, :owner, :content, :now)""";

    private static final String ONLY_THE_LATEST = """
            delete from parked_form
            where owner = :owner
              and id not in (select id from parked_form where owner = :owner order by parked_at desc, id desc limit :most)""";

    private static final String FIND = """
            select content from parked_form
            where id = :id and owner = :owner and parked_at > :since""";

    private final EntityManager database;
    private final Transactions transactions;
    private final Casket casket;
    private final Now now;
    private final Duration kept;

    Parking(EntityManager database, Transactions transactions, Casket casket, Now now,
            @ConfigProperty(name = "tocsin.drafts.parked", defaultValue = "1h") Duration kept) {
        this.database = database;
        this.transactions = transactions;
        this.casket = casket;
        this.now = now;
        this.kept = kept;
    }

    UUID park(String account, ParkedForm form) {
        UUID id = Ids.next();
        byte[] content = casket.close(Json.MAPPER.valueToTree(form).toString().getBytes(StandardCharsets.UTF_8), label(id, account));
        transactions.seeing(Sight.all(), () -> {
            database.createNativeQuery(PARK).setParameter("id", id).setParameter("owner", owner(account))
                    .setParameter("content", content).setParameter("now", now.instant()).executeUpdate();
            database.createNativeQuery(ONLY_THE_LATEST).setParameter("owner", owner(account)).setParameter("most", MOST).executeUpdate();
        });
        return id;
    }

    /** @return nothing when there is none, it is another's, or it has waited too long */
    Optional<ParkedForm> find(String account, String name) {
        return Ids.read(name).flatMap(id -> read(account, id)
                .flatMap(content -> casket.open(content, label(id, account)))
                .map(content -> Json.read(content, ParkedForm.class)));
    }

    private Optional<byte[]> read(String account, UUID id) {
        Instant since = now.instant().minus(kept);
        return transactions.seeing(Sight.all(), () -> {
            List<?> found = database.createNativeQuery(FIND, byte[].class)
                    .setParameter("id", id).setParameter("owner", owner(account)).setParameter("since", since).getResultList();
            return found.stream().findFirst().map(byte[].class::cast);
        });
    }

    void prune() {
        Instant before = now.instant().minus(kept);
        transactions.seeing(Sight.all(), () -> {
            database.createNativeQuery("delete from parked_form where parked_at < :before").setParameter("before", before).executeUpdate();
        });
    }

    private static byte[] owner(String account) {
        return Sha256.of(account.getBytes(StandardCharsets.UTF_8));
    }

    private static String label(UUID id, String account) {
        return id + " " + account;
    }
}
