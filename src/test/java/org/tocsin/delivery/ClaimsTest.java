package org.tocsin.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.delivery.channel.Outcome;
import org.tocsin.local.StackResource;
import org.tocsin.peer.Documents;
import org.tocsin.report.State;

/** Who may send, who may write down how it went, and in which order. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ClaimsTest {

    private static final String NOWHERE = "nowhere";
    private static final Outcome DELIVERED = new Outcome.Delivered("a.b.c", "their-id", "CASE-1");

    @Inject
    Claims claims;
    @Inject
    Outcomes outcomes;
    @Inject
    Standing standing;

    private UUID report;
    private UUID delivery;

    @BeforeEach
    void aDelivery() {
        report = UUID.fromString(Outgoing.filed(Documents.bare()).name());
        delivery = standing.delivery(report, NOWHERE, 1);
    }

    @Test
    void oneOfManyWorkersGetsTheClaim() {
        // When
        List<CompletableFuture<Optional<Claim>>> workers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> claims.take(delivery))).toList();

        // Then
        assertThat(workers.stream().map(CompletableFuture::join).flatMap(Optional::stream)).hasSize(1);
    }

    @Test
    void whatAnotherHoldsCannotBeClaimed() {
        // Given
        claims.take(delivery).orElseThrow();

        // When
        Optional<Claim> second = claims.take(delivery);

        // Then
        assertThat(second).isEmpty();
    }

    @Test
    void anExpiredLeaseIsTakenOver() throws SQLException {
        // Given
        Claim killed = claims.take(delivery).orElseThrow();
        UndoneDelivery.asIfTheLeaseWereOver(delivery);

        // When
        Claim next = claims.take(delivery).orElseThrow();

        // Then
        assertThat(next.fence()).isGreaterThan(killed.fence());
        assertThat(next.attempt()).isEqualTo(2);
        assertThat(next.parcel().deliveryId()).isEqualTo(killed.parcel().deliveryId());
        assertThat(standing.attempt(delivery, 1).endedAt).isNull();
    }

    @Test
    void theWordOfAnOlderClaimIsNotTaken() throws SQLException {
        // Given
        Claim older = claims.take(delivery).orElseThrow();
        UndoneDelivery.asIfTheLeaseWereOver(delivery);
        claims.take(delivery).orElseThrow();

        // When
        outcomes.write(older, DELIVERED);

        // Then
        assertThat(standing.find(delivery).state).isEqualTo(Delivery.PENDING);
        assertThat(standing.find(delivery).receipt).isNull();
        assertThat(standing.report(report).caseReference).isNull();
    }

    @Test
    void theWordOfTheLatestClaimIsTaken() throws SQLException {
        // Given
        claims.take(delivery).orElseThrow();
        UndoneDelivery.asIfTheLeaseWereOver(delivery);
        Claim latest = claims.take(delivery).orElseThrow();

        // When
        outcomes.write(latest, DELIVERED);

        // Then
        assertThat(standing.find(delivery).state).isEqualTo(Delivery.DELIVERED);
        assertThat(standing.report(report).state).isEqualTo(State.ACKNOWLEDGED);
    }

    @Test
    void whatIsDeliveredIsNeitherClaimedNorWokenAgain() {
        // Given
        outcomes.write(claims.take(delivery).orElseThrow(), DELIVERED);

        // When
        Optional<Claim> again = claims.take(delivery);

        // Then
        assertThat(again).isEmpty();
        assertThat(claims.nextWake(delivery)).isEmpty();
    }

    @Test
    void aLaterRevisionWaitsForTheEarlierOne() {
        // Given
        UUID later = standing.delivery(report, NOWHERE, 2);

        // When
        Optional<Claim> early = claims.take(later);
        outcomes.write(claims.take(delivery).orElseThrow(), DELIVERED);
        Optional<Claim> afterwards = claims.take(later);

        // Then
        assertThat(early).isEmpty();
        assertThat(afterwards).isPresent();
    }

    @Test
    void anEarlierRevisionThatFailsKeepsTheLaterOneWaiting() {
        // Given
        UUID later = standing.delivery(report, NOWHERE, 2);

        // When
        outcomes.write(claims.take(delivery).orElseThrow(), new Outcome.Refused("Not like this."));

        // Then
        assertThat(claims.take(later)).isEmpty();
    }

    @Test
    void noLaneWaitsForAnother() {
        // Given
        claims.take(delivery).orElseThrow();
        UUID elsewhere = standing.delivery(report, "somewhere-else", 2);
        UUID other = standing.delivery(UUID.fromString(Outgoing.filed(Documents.bare()).name()), NOWHERE, 1);

        // Then
        assertThat(claims.take(elsewhere)).isPresent();
        assertThat(claims.take(other)).isPresent();
    }

    @Test
    void aReportIsAcknowledgedWhicheverDestinationGivesTheNumber() {
        // Given
        UUID second = standing.delivery(report, "somewhere-else", 1);
        outcomes.write(claims.take(delivery).orElseThrow(), DELIVERED);

        // When
        outcomes.write(claims.take(second).orElseThrow(), new Outcome.Delivered("a.b.c", "their-id", null));

        // Then
        assertThat(standing.report(report).state).isEqualTo(State.ACKNOWLEDGED);
        assertThat(standing.report(report).caseReference).isEqualTo("CASE-1");
    }

    @Test
    void aFailureSaysWhyAndWhenItIsTriedAgain() {
        // When
        outcomes.write(claims.take(delivery).orElseThrow(), new Outcome.Unanswered("Nobody is there."));

        // Then
        DeliveryAttempt attempt = standing.attempt(delivery, 1);
        assertThat(attempt.outcome).isEqualTo("retry");
        assertThat(attempt.reason).isEqualTo("Nobody is there.");
        assertThat(standing.find(delivery).nextAttemptAt).isAfter(attempt.endedAt);
        assertThat(claims.nextWake(delivery).orElseThrow()).isAfterOrEqualTo(standing.find(delivery).nextAttemptAt);
    }
}
