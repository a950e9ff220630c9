package org.tocsin.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.delivery.channel.Outcome;
import org.tocsin.delivery.channel.Parcel;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.outbox.Claimed;
import org.tocsin.peer.Documents;
import org.tocsin.report.State;

/** Who may send, who may write down how it went, and in which order. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(NobodySends.class)
class DeliveryOutboxTest {

    private static final String NOWHERE = "nowhere";
    private static final Outcome DELIVERED = new Outcome.Delivered("a.b.c", "their-id", "CASE-1");

    @Inject
    DeliveryOutbox outbox;
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
        List<CompletableFuture<Optional<Claimed<Parcel>>>> workers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> outbox.claim(delivery))).toList();

        // Then
        assertThat(workers.stream().map(CompletableFuture::join).flatMap(Optional::stream)).hasSize(1);
    }

    @Test
    void whatAnotherHoldsCannotBeClaimed() {
        // Given
        outbox.claim(delivery).orElseThrow();

        // When
        Optional<Claimed<Parcel>> second = outbox.claim(delivery);

        // Then
        assertThat(second).isEmpty();
    }

    @Test
    void anExpiredLeaseIsTakenOver() throws SQLException {
        // Given
        Claimed<Parcel> killed = outbox.claim(delivery).orElseThrow();
        UndoneDelivery.asIfTheLeaseWereOver(delivery);

        // When
        Claimed<Parcel> next = outbox.claim(delivery).orElseThrow();

        // Then
        assertThat(next.lease().fence()).isGreaterThan(killed.lease().fence());
        assertThat(next.lease().attempt()).isEqualTo(2);
        assertThat(next.message()).usingRecursiveComparison().isEqualTo(killed.message());
        assertThat(standing.attempt(delivery, 1).endedAt).isNull();
    }

    @Test
    void theWordOfAnOlderClaimIsNotTaken() throws SQLException {
        // Given
        Claimed<Parcel> older = outbox.claim(delivery).orElseThrow();
        UndoneDelivery.asIfTheLeaseWereOver(delivery);
        outbox.claim(delivery).orElseThrow();

        // When
        outbox.record(older, DELIVERED);

        // Then
        assertThat(standing.find(delivery).state).isEqualTo(Delivery.PENDING);
        assertThat(standing.find(delivery).receipt).isNull();
        assertThat(standing.report(report).caseReference).isNull();
    }

    @Test
    void theWordOfTheLatestClaimIsTaken() throws SQLException {
        // Given
        outbox.claim(delivery).orElseThrow();
        UndoneDelivery.asIfTheLeaseWereOver(delivery);
        Claimed<Parcel> latest = outbox.claim(delivery).orElseThrow();

        // When
        outbox.record(latest, DELIVERED);

        // Then
        assertThat(standing.find(delivery).state).isEqualTo(Delivery.DELIVERED);
        assertThat(standing.report(report).state).isEqualTo(State.ACKNOWLEDGED);
    }

    @Test
    void whatAClockThatWasAheadHasSetIsOver() {
        // Given
        standing.change(delivery, found -> {
            found.heldUntil = Instant.now().plus(Duration.ofDays(7305));
            found.nextAttemptAt = Instant.now().plus(Duration.ofDays(7305));
        });

        // Then
        assertThat(outbox.isUnderWay(standing.find(delivery), Instant.now())).isFalse();
        assertThat(outbox.claim(delivery)).isPresent();
    }

    @Test
    void aLeaseAndAWaitOfOurOwnLengthStand() {
        // Given
        standing.change(delivery, found -> found.nextAttemptAt = Instant.now().plus(Duration.ofMinutes(29)));
        UUID held = standing.delivery(UUID.fromString(Outgoing.filed(Documents.bare()).name()), NOWHERE, 1);
        standing.change(held, found -> found.heldUntil = Instant.now().plus(Duration.ofSeconds(59)));

        // Then
        assertThat(outbox.claim(delivery)).isEmpty();
        assertThat(outbox.isUnderWay(standing.find(held), Instant.now())).isTrue();
        assertThat(outbox.claim(held)).isEmpty();
    }

    @Test
    void whatIsDeliveredIsNotClaimedAgain() {
        // Given
        outbox.record(outbox.claim(delivery).orElseThrow(), DELIVERED);

        // When
        Optional<Claimed<Parcel>> again = outbox.claim(delivery);

        // Then
        assertThat(again).isEmpty();
    }

    @Test
    void aLaterRevisionWaitsForTheEarlierOne() {
        // Given
        UUID later = standing.delivery(report, NOWHERE, 2);

        // When
        Optional<Claimed<Parcel>> early = outbox.claim(later);
        outbox.record(outbox.claim(delivery).orElseThrow(), DELIVERED);
        Optional<Claimed<Parcel>> afterwards = outbox.claim(later);

        // Then
        assertThat(early).isEmpty();
        assertThat(afterwards).isPresent();
    }

    @Test
    void anEarlierRevisionThatFailsKeepsTheLaterOneWaiting() {
        // Given
        UUID later = standing.delivery(report, NOWHERE, 2);

        // When
        outbox.record(outbox.claim(delivery).orElseThrow(), new Outcome.Refused("Not like this."));

        // Then
        assertThat(outbox.claim(later)).isEmpty();
    }

    @Test
    void noLaneWaitsForAnother() {
        // Given
        outbox.claim(delivery).orElseThrow();
        UUID elsewhere = standing.delivery(report, "somewhere-else", 2);
        UUID other = standing.delivery(UUID.fromString(Outgoing.filed(Documents.bare()).name()), NOWHERE, 1);

        // Then
        assertThat(outbox.claim(elsewhere)).isPresent();
        assertThat(outbox.claim(other)).isPresent();
    }

    @Test
    void aReportIsAcknowledgedWhicheverDestinationGivesTheNumber() {
        // Given
        UUID second = standing.delivery(report, "somewhere-else", 1);
        outbox.record(outbox.claim(delivery).orElseThrow(), DELIVERED);

        // When
        outbox.record(outbox.claim(second).orElseThrow(), new Outcome.Delivered("a.b.c", "their-id", null));

        // Then
        assertThat(standing.report(report).state).isEqualTo(State.ACKNOWLEDGED);
        assertThat(standing.report(report).caseReference).isEqualTo("CASE-1");
    }

    @Test
    void aFailureSaysWhyAndWhenItIsTriedAgain() {
        // When
        outbox.record(outbox.claim(delivery).orElseThrow(), new Outcome.Unanswered("Nobody is there."));

        // Then
        DeliveryAttempt attempt = standing.attempt(delivery, 1);
        assertThat(attempt.outcome).isEqualTo("retry");
        assertThat(attempt.reason).isEqualTo("Nobody is there.");
        assertThat(standing.find(delivery).nextAttemptAt).isAfter(attempt.endedAt);
        assertThat(outbox.claim(delivery)).isEmpty();
    }

    @Test
    void aFailureIsToldWhenItIsTheFirstOrAnotherAndNotAtEachAttempt() throws SQLException {
        // When
        fails(new Outcome.Unanswered("Nobody is there."), 3);
        fails(new Outcome.Refused("Not like this."), 2);
        fails(new Outcome.Unanswered("Nobody is there."), 1);

        // Then
        assertThat(Rows.column("select type || ' ' || (detail::json ->> 'attempt') from timeline where report_id = ? and type like 'delivery.%' order by number", report))
                .containsExactly("delivery.failed 1", "delivery.refused 4", "delivery.failed 6");
        assertThat(standing.find(delivery).attempts).isEqualTo(6);
    }

    private void fails(Outcome outcome, int times) {
        for (int i = 0; i < times; i++) {
            standing.change(delivery, found -> found.nextAttemptAt = Instant.now());
            outbox.record(outbox.claim(delivery).orElseThrow(), outcome);
        }
    }

    @Test
    void whatIsTriedAgainGoesBeforeWhatIsBehindIt() {
        // Given
        standing.change(delivery, found -> found.state = Delivery.GIVEN_UP);
        UUID later = standing.delivery(report, NOWHERE, 2);

        // When
        int status = As.LIAISON_1.sends("").post("/api/v1/reports/" + report + "/deliveries/" + delivery + "/retry").statusCode();

        // Then
        assertThat(status).isEqualTo(200);
        assertThat(outbox.claim(later)).isEmpty();
        assertThat(outbox.claim(delivery)).isPresent();
    }

    @Test
    void anOlderRevisionIsNotSentAfterANewerOneHasArrivedOrWhileItIsUnderWay() {
        // Given
        standing.change(delivery, found -> found.state = Delivery.GIVEN_UP);
        UUID later = standing.delivery(report, NOWHERE, 2);
        String retry = "/api/v1/reports/" + report + "/deliveries/" + delivery + "/retry";

        // When
        Claimed<Parcel> underWay = outbox.claim(later).orElseThrow();
        Response meanwhile = As.LIAISON_1.sends("").post(retry);
        outbox.record(underWay, DELIVERED);
        Response afterwards = As.LIAISON_1.sends("").post(retry);

        // Then
        assertThat(meanwhile.<String>path("type")).isEqualTo("urn:tocsin:problem:delivery-under-way");
        assertThat(afterwards.statusCode()).isEqualTo(409);
        assertThat(afterwards.<String>path("type")).isEqualTo("urn:tocsin:problem:delivery-overtaken");
        assertThat(afterwards.<String>path("overtakenBy")).isEqualTo(later.toString());
        assertThat(standing.find(delivery).state).isEqualTo(Delivery.GIVEN_UP);
    }

    @Test
    void whatWasSaidOfAWithdrawalOvertakesTheRevisionItself() {
        // Given
        standing.change(delivery, found -> found.state = Delivery.GIVEN_UP);
        UUID said = standing.delivery(report, NOWHERE, 1, 1);
        outbox.record(outbox.claim(said).orElseThrow(), DELIVERED);

        // When
        Response retried = As.LIAISON_1.sends("").post("/api/v1/reports/" + report + "/deliveries/" + delivery + "/retry");

        // Then
        assertThat(retried.<String>path("type")).isEqualTo("urn:tocsin:problem:delivery-overtaken");
    }

    @Test
    void ofTwoLiaisonsWhoTryAgainAtOnceNeitherMakesItGoOutTwice() {
        // Given
        standing.change(delivery, found -> found.state = Delivery.GIVEN_UP);
        String retry = "/api/v1/reports/" + report + "/deliveries/" + delivery + "/retry";

        // When
        List<CompletableFuture<Integer>> both = List.of(As.LIAISON_1, As.LIAISON_2).stream()
                .map(liaison -> CompletableFuture.supplyAsync(() -> liaison.sends("").post(retry).statusCode())).toList();

        // Then
        assertThat(both.stream().map(CompletableFuture::join)).containsOnly(200);
        assertThat(outbox.claim(delivery)).isPresent();
        assertThat(outbox.claim(delivery)).isEmpty();
    }
}
