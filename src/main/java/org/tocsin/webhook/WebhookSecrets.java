package org.tocsin.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.seal.Encrypted;
import org.tocsin.seal.StoredSecrets;
import org.tocsin.seal.WebhookSignature;
import org.tocsin.store.Ids;

/**
 * What webhooks are signed with, encrypted under a key that is not in the database. Only a transaction that sees all can read or write
 * it, see its policy.
 */
@ApplicationScoped
class WebhookSecrets {

    private static final String ADD = """
            insert into webhook_secret (id, webhook_id, organisation_id, encrypted, key_id, created_at)
            values (:id, :webhook, :organisation, :encrypted, :key, :at)""";

    /** Two at most: of those that were replaced before, none is used any longer. */
    private static final String FORGET = "delete from webhook_secret where webhook_id = :webhook and expires_at is not null";

    private static final String EXPIRE = "update webhook_secret set expires_at = :until where webhook_id = :webhook";

    private static final String VALID = """
            select id, secret, encrypted, key_id
            from webhook_secret
            where webhook_id = :webhook and (expires_at is null or expires_at > :at)
            order by expires_at nulls first""";

    private static final String BEHIND = """
            select id, secret, encrypted, key_id
            from webhook_secret
            where key_id is distinct from :primary and id > :after
            order by id
            limit :most
            for update""";

    private static final String REPLACE = """
            update webhook_secret
            set secret = null,
                encrypted = :encrypted,
                key_id = :key
            where id = :id""";

    /** A row, as far as it can be read: empty when its key is not here. */
    record Kept(UUID id, Optional<byte[]> secret) {
    }

    private final EntityManager database;
    private final StoredSecrets secrets;
    private final Duration overlap;

    WebhookSecrets(EntityManager database, StoredSecrets secrets, WebhookConfig config) {
        this.database = database;
        this.secrets = secrets;
        this.overlap = config.overlap();
    }

    /** @return it, as its owner is to be shown it this once */
    String add(Webhook webhook, Instant at) {
        byte[] secret = WebhookSignature.newSecret();
        UUID id = Ids.next();
        Encrypted encrypted = secrets.encrypt(secret, row(id));
        database.createNativeQuery(ADD)
                .setParameter("id", id)
                .setParameter("webhook", webhook.id)
                .setParameter("organisation", webhook.organisation)
                .setParameter("encrypted", encrypted.bytes())
                .setParameter("key", encrypted.keyId())
                .setParameter("at", at)
                .executeUpdate();
        return WebhookSignature.written(secret);
    }

    /** Puts another in its place; for a while both are used. */
    String rotate(Webhook webhook, Instant at) {
        database.createNativeQuery(FORGET).setParameter("webhook", webhook.id).executeUpdate();
        database.createNativeQuery(EXPIRE)
                .setParameter("webhook", webhook.id)
                .setParameter("until", until(at))
                .executeUpdate();
        return add(webhook, at);
    }

    Instant until(Instant at) {
        return at.plus(overlap);
    }

    /** Those that can be read, the newest first. Empty when their key is lost. */
    List<byte[]> valid(UUID webhook, Instant at) {
        return read(database.createNativeQuery(VALID, Tuple.class).setParameter("webhook", webhook).setParameter("at", at).getResultList())
                .stream().flatMap(kept -> kept.secret().stream()).toList();
    }

    /** Those that another key than the first one encrypted, or none, in the order of ids; held until the transaction ends. */
    List<Kept> behind(UUID after, int most) {
        return read(database.createNativeQuery(BEHIND, Tuple.class)
                .setParameter("primary", secrets.primaryKey())
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultList());
    }

    void encryptAgain(UUID id, byte[] secret) {
        Encrypted encrypted = secrets.encrypt(secret, row(id));
        database.createNativeQuery(REPLACE)
                .setParameter("id", id)
                .setParameter("encrypted", encrypted.bytes())
                .setParameter("key", encrypted.keyId())
                .executeUpdate();
    }

    private List<Kept> read(List<?> rows) {
        return rows.stream().map(Tuple.class::cast).map(row -> {
            UUID id = row.get("id", UUID.class);
            byte[] plain = row.get("secret", byte[].class);
            return new Kept(id, plain != null ? Optional.of(plain)
                    : secrets.decrypt(new Encrypted(row.get("key_id", String.class), row.get("encrypted", byte[].class)), row(id)));
        }).toList();
    }

    private static String row(UUID id) {
        return "webhook_secret " + id;
    }
}
