package org.tocsin.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.NopeOptimizationListener;
import io.github.bucket4j.distributed.proxy.optimization.Optimization;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.distributed.proxy.optimization.delay.DelayOptimization;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.tocsin.time.Now;

/**
 * The shares, one row each. The truth is in the database, for all replicas; a replica settles with it after a twentieth
 * of a share or ten seconds, whichever is first, so that most requests ask nobody. Replicas together can thus
 * overdraw a share by a twentieth of it each; what was overdrawn is taken from the next minute.
 */
@ApplicationScoped
class Buckets {

    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final long PARTS = 20;
    private static final Duration SETTLED_AFTER = Duration.ofSeconds(10);
    private static final Duration KEPT_WHEN_FULL = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    private final ProxyManager<String> rows;
    private final TimeMeter time;
    private final Cache<String, Bucket> known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Buckets(DataSource database, Now now) {
        time = new ByNow(now);
        rows = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .table("limit_bucket")
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .clientClock(time)
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_WHEN_FULL))
                .build();
    }

    /** Takes so much from a share if it has that much, else nothing. */
    ConsumptionProbe take(String key, long perMinute, long tokens) {
        // With the amount: another setting means another bucket.
        return known.get(key + " " + perMinute, full -> bucket(full, perMinute)).tryConsumeAndReturnRemaining(Math.min(tokens, perMinute));
    }

    private Bucket bucket(String key, long perMinute) {
        BucketConfiguration share = BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                .build();
        return rows.builder().withOptimization(settling(perMinute / PARTS)).build(key, () -> share);
    }

    /** @param part how much may be taken before the database is told; of a share that is too small for parts, nothing */
    private Optimization settling(long part) {
        return part == 0
                ? Optimizations.batching()
                : new DelayOptimization(new DelayParameters(part, SETTLED_AFTER), NopeOptimizationListener.INSTANCE, time);
    }

    private record ByNow(Now now) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant instant = now.instant();
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
