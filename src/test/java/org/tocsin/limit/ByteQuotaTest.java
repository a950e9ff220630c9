package org.tocsin.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.local.StackResource;
import org.tocsin.problem.Problem;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/** A day's bytes, at their edge; time is the test's own. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ByteQuotaTest {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final long QUOTA = 100_000;

    @Inject
    EntityManager database;
    @Inject
    Transactions transactions;

    private final String organisation = "org-" + UUID.randomUUID();
    private Instant at = NOON;

    /** As another replica, or the same one after a restart. */
    private ByteQuota replica() {
        LimitConfig config = mock(LimitConfig.class, RETURNS_DEEP_STUBS);
        when(config.bytes().organisationPerDay()).thenReturn(QUOTA);
        return new ByteQuota(database, transactions, new Now(Clock.fixed(at, ZoneOffset.UTC)), config);
    }

    @Test
    void theLastByteIsTakenAndNotOneMore() {
        // Given
        ByteQuota quota = replica();

        // When
        quota.demand(organisation, ByteQuota.Use.REPORT, QUOTA - 1);
        quota.demand(organisation, ByteQuota.Use.REPORT, 1);

        // Then
        assertThatThrownBy(() -> quota.demand(organisation, ByteQuota.Use.REPORT, 1))
                .isInstanceOfSatisfying(Problem.class, refused -> {
                    assertThat(refused.status()).isEqualTo(429);
                    assertThat(refused.kind()).isEqualTo("quota-used-up");
                    assertThat(refused.retryAfterSeconds()).isEqualTo(12 * 3600);
                });
    }

    @Test
    void whatIsRefusedTakesNothing() {
        // Given
        ByteQuota quota = replica();
        quota.demand(organisation, ByteQuota.Use.REPORT, QUOTA - 10);

        // When
        Allowance refused = quota.take(organisation, ByteQuota.Use.REPORT, 11);
        Allowance granted = quota.take(organisation, ByteQuota.Use.REPORT, 10);

        // Then
        assertThat(refused.granted()).isFalse();
        assertThat(refused.standing()).isEqualTo("\"organisation-bytes\";r=10;t=43200");
        assertThat(refused.policy()).isEqualTo("\"organisation-bytes\";q=100000;w=86400");
        assertThat(granted.granted()).isTrue();
    }

    @Test
    void aRestartForgetsNothingAndLosesNoMoreThanOnePart() {
        // Given
        replica().demand(organisation, ByteQuota.Use.REPORT, QUOTA - 500);

        // When
        ByteQuota restarted = replica();

        // Then
        assertThat(restarted.take(organisation, ByteQuota.Use.REPORT, 501).granted()).isFalse();
        assertThat(restarted.take(organisation, ByteQuota.Use.REPORT, 500 - QUOTA / 1000).granted()).isTrue();
    }

    @Test
    void replicasThatTakeAtOnceNeverExceedIt() {
        // Given
        List<ByteQuota> replicas = IntStream.range(0, 4).mapToObj(i -> replica()).toList();

        // When
        List<CompletableFuture<Long>> workers = IntStream.range(0, 8).mapToObj(i -> CompletableFuture.supplyAsync(() ->
                IntStream.range(0, 60).filter(n -> replicas.get(i % 4).take(organisation, ByteQuota.Use.REPORT, 333).granted()).count())).toList();
        long taken = workers.stream().mapToLong(CompletableFuture::join).sum() * 333;

        // Then: each replica may hold what it has drawn and cannot use
        assertThat(taken).isBetween(QUOTA - 4 * 333, QUOTA);
    }

    @Test
    void attachmentsLeaveATwentiethToReports() {
        // Given
        ByteQuota quota = replica();
        quota.demand(organisation, ByteQuota.Use.ATTACHMENT, QUOTA - QUOTA / 20);

        // Then
        assertThat(quota.take(organisation, ByteQuota.Use.ATTACHMENT, 1).granted()).isFalse();
        assertThat(quota.take(organisation, ByteQuota.Use.REPORT, QUOTA / 20).granted()).isTrue();
    }

    @Test
    void theNextDayBeginsAnewAndOtherOrganisationsHaveTheirOwn() {
        // Given
        replica().demand(organisation, ByteQuota.Use.REPORT, QUOTA);

        // When
        at = Instant.parse("2026-11-30T00:00:00Z");

        // Then
        assertThat(replica().take(organisation, ByteQuota.Use.REPORT, QUOTA).granted()).isTrue();
        assertThat(replica().take("org-" + UUID.randomUUID(), ByteQuota.Use.REPORT, QUOTA).granted()).isTrue();
    }
}
