package org.tocsin.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.StackResource;
import org.tocsin.report.FiledReport;

/** What a liaison does about what does not arrive. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class DeliveryDeskTest {

    private static final String REASON = "{\"reason\": \"Told on the telephone\"}";

    private static Response retry(As caller, StuckDelivery stuck) {
        return caller.sends("").post(stuck.url() + "/retry");
    }

    private static Response giveUp(As caller, StuckDelivery stuck) {
        return caller.sends(REASON).post(stuck.url() + "/give-up");
    }

    private static String state(FiledReport report) {
        return As.LIAISON_1.asks().get(report.url()).path("state");
    }

    private static List<String> types(As reader, FiledReport report) {
        Await.sequenced();
        return reader.asks().get(report.url() + "/audit").jsonPath().getList("type");
    }

    @Test
    void whatWaitsForLaterIsTriedAtOnce() {
        // Given
        StuckDelivery stuck = StuckDelivery.waiting();

        // When
        Response retried = retry(As.LIAISON_2, stuck);

        // Then
        assertThat(retried.statusCode()).as(retried.asString()).isEqualTo(200);
        assertThat(retried.<String>path("state")).isEqualTo("pending");
        stuck.arrives();
        assertThat(types(As.LIAISON_1, stuck.report())).contains("delivery.retried");
        assertThat(types(As.OPERATOR_A, stuck.report())).doesNotContain("delivery.retried");
    }

    @Test
    void whatIsGivenUpIsSentNoMoreAndTheReportComesBack() {
        // Given
        StuckDelivery stuck = StuckDelivery.waiting();

        // When
        Response givenUp = giveUp(As.LIAISON_1, stuck);

        // Then
        assertThat(givenUp.statusCode()).as(givenUp.asString()).isEqualTo(200);
        assertThat(givenUp.<String>path("state")).isEqualTo("given-up");
        assertThat(state(stuck.report())).isEqualTo("received");
        Await.sequenced();
        Response audit = As.OPERATOR_A.asks().get(stuck.report().url() + "/audit");
        assertThat(audit.jsonPath().getString("find { it.type == 'delivery.given-up' }.detail.reason")).isEqualTo("Told on the telephone");
        assertThat(audit.jsonPath().getString("find { it.type == 'delivery.given-up' }.actor")).isEqualTo("CERT liaison");
        assertThat(audit.asString()).doesNotContain("liaison-1");
        assertThat(giveUp(As.LIAISON_1, stuck).<String>path("type")).isEqualTo("urn:tocsin:problem:delivery-done");
    }

    @Test
    void whatWasGivenUpCanBeTriedAgain() {
        // Given
        StuckDelivery stuck = StuckDelivery.waiting();
        giveUp(As.LIAISON_1, stuck);

        // When
        Response retried = retry(As.LIAISON_1, stuck);

        // Then
        assertThat(retried.statusCode()).as(retried.asString()).isEqualTo(200);
        stuck.arrives();
        // The operator had read that it was given up.
        assertThat(types(As.OPERATOR_A, stuck.report())).containsSubsequence("delivery.given-up", "delivery.retried");
        assertThat(As.OPERATOR_A.asks().get(stuck.report().url() + "/audit").asString()).doesNotContain("liaison-1");
    }

    @Test
    void whatIsBeingSentIsLeftAlone() {
        // Given
        StuckDelivery stuck = StuckDelivery.underWay();

        // When
        List<Response> answers = List.of(retry(As.LIAISON_1, stuck), giveUp(As.LIAISON_1, stuck));

        // Then
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.<String>path("type")).isEqualTo("urn:tocsin:problem:delivery-under-way");
        });
        assertThat(state(stuck.report())).isEqualTo("released");
    }

    @Test
    void whatHasArrivedIsDone() {
        // Given
        StuckDelivery stuck = StuckDelivery.waiting();
        retry(As.LIAISON_1, stuck);
        stuck.arrives();

        // When
        Response again = retry(As.LIAISON_1, stuck);
        Response givenUp = giveUp(As.LIAISON_1, stuck);

        // Then
        assertThat(again.<String>path("type")).isEqualTo("urn:tocsin:problem:delivery-done");
        assertThat(givenUp.statusCode()).isEqualTo(409);
    }

    @Test
    void onlyADeliveryOfThisReportIsThere() {
        // Given
        StuckDelivery stuck = StuckDelivery.waiting();
        StuckDelivery other = new StuckDelivery(FiledReport.by(As.OPERATOR_A), stuck.id());
        StuckDelivery unknown = new StuckDelivery(stuck.report(), UUID.randomUUID());

        // When
        List<Response> answers = List.of(retry(As.LIAISON_1, other), giveUp(As.LIAISON_1, other),
                retry(As.LIAISON_1, unknown), As.LIAISON_1.sends("").post(stuck.report().url() + "/deliveries/none/retry"));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(404);
        assertThat(As.LIAISON_1.sends("{}").post(stuck.url() + "/give-up").statusCode()).isEqualTo(422);
        assertThat(giveUp(As.OPERATOR_A, stuck).statusCode()).isEqualTo(403);
    }
}
