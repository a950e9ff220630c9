package org.tocsin.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/** The shares, in a real database, with a clock of the test's own. A client has 40 a minute, an organisation 60. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class LimitsTest {

    private static final LimitConfig CONFIG = new SmallRyeConfigBuilder()
            .withMapping(LimitConfig.class)
            .withDefaultValue("tocsin.limits.filing.client-per-minute", "40")
            .withDefaultValue("tocsin.limits.filing.organisation-per-minute", "60")
            .build().getConfigMapping(LimitConfig.class);

    private final String organisation = "limited-" + UUID.randomUUID();
    private final SetClock clock = new SetClock(Instant.parse("2026-11-23T03:12:00Z"));

    @Inject
    DataSource database;
    @Inject
    EntityManager entities;
    @Inject
    Transactions transactions;

    private Limits replica() {
        return new Limits(CONFIG, new Buckets(database, new Now(clock)), new SimpleMeterRegistry());
    }

    private Caller client(String name) {
        return client(name, organisation);
    }

    private static Caller client(String name, String organisation) {
        return Caller.machine(name, organisation, Set.of(Role.SENSOR));
    }

    private static long granted(Limits limits, Caller caller, int asked) {
        return IntStream.range(0, asked).filter(i -> limits.take(caller, Kind.FILING, 1).granted()).count();
    }

    @Test
    void aClientHasItsOwnShareAndThenItsOrganisations() {
        assertThat(granted(replica(), client("a"), 200)).isEqualTo(100);
    }

    @Test
    void whatOneClientUsesUpIsNotAnothersOwn() {
        // Given
        Limits limits = replica();
        granted(limits, client("noisy"), 200);

        // When
        long others = granted(limits, client("quiet"), 200);

        // Then
        assertThat(others).isEqualTo(40);
    }

    @Test
    void whatOneOrganisationUsesUpIsNotAnothers() {
        // Given
        Limits limits = replica();
        granted(limits, client("noisy"), 200);

        // When
        long others = granted(limits, client("a", "other-" + organisation), 200);

        // Then
        assertThat(others).isEqualTo(100);
    }

    @Test
    void eachKindHasItsOwn() {
        // Given
        Limits limits = replica();
        granted(limits, client("a"), 200);

        // When, Then
        assertThat(limits.take(client("a"), Kind.READING, 1).granted()).isTrue();
        assertThat(limits.take(client("a"), Kind.HEAVY, 1).granted()).isTrue();
    }

    @Test
    void aBatchIsGrantedWholeOrNotAtAll() {
        // Given
        Limits limits = replica();
        assertThat(limits.take(client("a"), Kind.FILING, 35).granted()).isTrue();
        assertThat(limits.take(client("a"), Kind.FILING, 35).granted()).isTrue();

        // When
        Allowance third = limits.take(client("a"), Kind.FILING, 35);

        // Then
        assertThat(third.granted()).isFalse();
        assertThat(third.standing()).isEqualTo("\"client\";r=5;t=53, \"organisation\";r=25;t=35");
        assertThat(third.policy()).isEqualTo("\"client\";q=40;w=60, \"organisation\";q=60;w=60");
        assertThat(third.retryAfterSeconds()).isEqualTo(10);
    }

    @Test
    void oneThatIsLargerThanTheShareTakesAllOfIt() {
        // Given
        Limits limits = replica();

        // When, Then
        assertThat(limits.take(client("a"), Kind.FILING, 500).granted()).isTrue();
        assertThat(limits.take(client("a"), Kind.FILING, 500).granted()).isTrue();
        assertThat(limits.take(client("a"), Kind.FILING, 1).granted()).isFalse();
    }

    @Test
    void afterTheWaitThatWasToldItIsGranted() {
        // Given
        Limits limits = replica();
        granted(limits, client("a"), 200);
        Allowance refused = limits.take(client("a"), Kind.FILING, 10);

        // When
        clock.move(Duration.ofSeconds(refused.retryAfterSeconds()));

        // Then
        assertThat(refused.granted()).isFalse();
        assertThat(limits.take(client("a"), Kind.FILING, 10).granted()).isTrue();
    }

    @Test
    void replicasShareOneTruth() {
        // Given
        Limits one = replica();
        Limits two = replica();

        // When
        List<Long> granted = Together.all(List.of(
                () -> granted(one, client("a"), 200), () -> granted(two, client("a"), 200),
                () -> granted(one, client("a"), 200), () -> granted(two, client("a"), 200)));

        // Then: each replica may overdraw each share by a twentieth
        assertThat(granted.stream().mapToLong(Long::longValue).sum()).isBetween(100L, 110L);
    }

    @Test
    void withoutTheSharesTheRequestGoesAhead() throws SQLException {
        // Given
        DataSource broken = Mockito.mock(DataSource.class);
        Mockito.when(broken.getConnection()).thenThrow(new SQLException("no connection"));
        Limits limits = new Limits(CONFIG, new Buckets(broken, new Now(clock)), new SimpleMeterRegistry());

        // When
        Allowance allowance = limits.take(client("a"), Kind.FILING, 1);

        // Then
        assertThat(allowance.granted()).isTrue();
        assertThat(allowance.shares()).isEmpty();
    }

    @Test
    void sharesThatAreWholeAgainAreForgotten() {
        // Given
        granted(replica(), client("a"), 1);
        assertThat(rows()).isEqualTo(1);
        clock.move(Duration.ofMinutes(3));

        // When
        new FullShares(transactions, entities, new Now(clock)).forget();

        // Then
        assertThat(rows()).isZero();
    }

    @Test
    void aShareThatAClockAheadUsedUpIsGivenBack() {
        // Given
        clock.move(Duration.ofHours(6));
        granted(replica(), client("a"), 200);
        clock.move(Duration.ofHours(-6));
        Limits limits = replica();
        assertThat(limits.take(client("a"), Kind.FILING, 1).granted()).isFalse();

        // When
        new FullShares(transactions, entities, new Now(clock)).forget();

        // Then
        clock.move(Duration.ofSeconds(11));
        assertThat(limits.take(client("a"), Kind.FILING, 1).granted()).isTrue();
    }

    private long rows() {
        return Rows.number("select count(*) from limit_bucket where id like ?", "%" + organisation + "%");
    }

    @Test
    void mostRequestsAskNobody() throws SQLException {
        // Given
        DataSource counted = Mockito.spy(database);
        Limits limits = new Limits(new SmallRyeConfigBuilder().withMapping(LimitConfig.class).build().getConfigMapping(LimitConfig.class),
                new Buckets(counted, new Now(clock)), new SimpleMeterRegistry());

        // When
        granted(limits, client("a"), 600);

        // Then
        Mockito.verify(counted, Mockito.atMost(15)).getConnection();
    }
}
