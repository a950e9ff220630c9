package org.tocsin.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tocsin.problem.Problem;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/**
 * How many bytes of reports and attachments an organisation may send on a day, by UTC. What a replica needs it draws from the row
 * of the day in parts, before anything is stored, so all replicas together never exceed it.
 *
 * <p>Crash story: what was drawn and not used is lost to the organisation for that day, at most one part for each replica.
 */
@ApplicationScoped
public class ByteQuota {

    /** What the bytes are. Attachments leave a part of the quota for reports: a warning is small, and must not wait for tomorrow. */
    public enum Use {
        REPORT, ATTACHMENT
    }

    private static final int PARTS = 1000;
    private static final int KEPT_FOR_REPORTS = 20;

    private static final String DRAW = """
            insert into byte_quota as q (organisation_id, day, bytes)
            values (:organisation, :day, :bytes)
            on conflict (organisation_id, day) do update
            set bytes = q.bytes + excluded.bytes
            where q.bytes + excluded.bytes <= :most
            returning bytes""";

    private static final String DRAWN = "select bytes from byte_quota where organisation_id = :organisation and day = :day";

    /** What this replica has drawn for an organisation. Guarded by itself. */
    private static final class Drawn {
        private LocalDate day;
        private long left;
    }

    private final EntityManager database;
    private final Transactions transactions;
    private final Now now;
    private final long quota;
    private final Map<String, Drawn> drawn = new ConcurrentHashMap<>();

    ByteQuota(EntityManager database, Transactions transactions, Now now, LimitConfig config) {
        this.database = database;
        this.transactions = transactions;
        this.now = now;
        this.quota = config.bytes().organisationPerDay();
    }

    /** @throws Problem 429, with Retry-After, when there is not so much left today; then nothing is taken */
    public void demand(String organisation, Use use, long bytes) {
        Allowance allowance = take(organisation, use, bytes);
        if (!allowance.granted()) {
            throw refusal(allowance).retryAfter((int) allowance.retryAfterSeconds());
        }
    }

    Allowance take(String organisation, Use use, long bytes) {
        Instant at = now.instant();
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        Duration tomorrow = Duration.between(at, day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        Drawn own = drawn.computeIfAbsent(organisation, first -> new Drawn());
        synchronized (own) {
            if (!day.equals(own.day)) {
                own.day = day;
                own.left = 0;
            }
            boolean granted = own.left >= bytes || draw(organisation, own, use, bytes - own.left);
            own.left -= granted ? bytes : 0;
            return new Allowance(granted, List.of(new Share("organisation-bytes", quota, granted ? own.left : left(organisation, day, own),
                    tomorrow, granted ? Duration.ZERO : tomorrow, Duration.ofDays(1))));
        }
    }

    static Problem refusal(Allowance allowance) {
        return new Problem(429, "quota-used-up", "Quota used up",
                "Your organisation has sent as many bytes of reports and attachments today as it may. Nothing of this request was stored, or no more than "
                        + "the answer to an upload says. Send it again after " + allowance.retryAfterSeconds() + " s, when the next day by UTC has begun. "
                        + "In an emergency, call the CERT.");
    }

    /** A whole part if there is one, else just what is needed. */
    private boolean draw(String organisation, Drawn own, Use use, long needed) {
        long most = use == Use.REPORT ? quota : quota - quota / KEPT_FOR_REPORTS;
        return draw(organisation, own, most, Math.max(needed, quota / PARTS)) || draw(organisation, own, most, needed);
    }

    private boolean draw(String organisation, Drawn own, long most, long bytes) {
        if (bytes > most) {
            return false;
        }
        boolean done = transactions.seeing(Sight.own(organisation), () -> database.createNativeQuery(DRAW)
                .setParameter("organisation", organisation)
                .setParameter("day", own.day)
                .setParameter("bytes", bytes)
                .setParameter("most", most)
                .getResultStream().findFirst().isPresent());
        own.left += done ? bytes : 0;
        return done;
    }

    private long left(String organisation, LocalDate day, Drawn own) {
        List<?> used = transactions.seeing(Sight.own(organisation), () -> database.createNativeQuery(DRAWN, Long.class)
                .setParameter("organisation", organisation)
                .setParameter("day", day)
                .getResultList());
        return Math.max(0, quota - (used.isEmpty() ? 0 : (Long) used.get(0))) + own.left;
    }
}
