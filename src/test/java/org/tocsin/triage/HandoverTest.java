package org.tocsin.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;
import org.tocsin.report.FiledReport;

/** The change of shift, and claims that are left lying. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class HandoverTest {

    private static final String NOTE = "North station is called back at six";

    @Inject
    ClaimRounds rounds;

    private static FiledReport claimed(As liaison) {
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        assertThat(Desk.act(liaison, report, "claim", 1).statusCode()).isEqualTo(200);
        return report;
    }

    private static String offered(As liaison) {
        Response offered = liaison.sends("{\"note\": \"" + NOTE + "\"}").post("/api/v1/handovers");
        assertThat(offered.statusCode()).as(offered.asString()).isEqualTo(200);
        return offered.path("id");
    }

    private static Response take(As liaison, String offer) {
        return liaison.sends("").post("/api/v1/handovers/" + offer + "/take");
    }

    private static String holder(FiledReport report) {
        return As.LIAISON_1.asks().get(report.url()).path("liaison.holder");
    }

    @Test
    void allThatOneHoldsPassesToWhoTakesItOver() {
        // Given
        FiledReport first = claimed(As.LIAISON_1);
        FiledReport second = claimed(As.LIAISON_1);
        String offer = offered(As.LIAISON_1);
        assertThat(holder(first)).isEqualTo(As.LIAISON_1.user());

        // When
        Response taken = take(As.LIAISON_2, offer);

        // Then
        assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(200);
        assertThat(taken.<List<String>>path("reports")).contains(first.reference(), second.reference());
        assertThat(List.of(holder(first), holder(second))).containsOnly(As.LIAISON_2.user());
        Await.sequenced();
        Response audit = As.AUDITOR.asks().get(first.url() + "/audit");
        assertThat(audit.jsonPath().getString("find { it.type == 'report.handed-over' }.detail.note")).isEqualTo(NOTE);
        assertThat(As.OPERATOR_A.asks().get(first.url() + "/audit").asString()).doesNotContain("handed-over", NOTE, "liaison-1");
        assertThat(Rows.column("select note from handover where id = ?", UUID.fromString(offer))).containsExactly((String) null);
    }

    @Test
    void oneOfTwoTakesItAndTheOtherIsToldWho() {
        // Given
        String offer = offered(As.LIAISON_1);

        // When
        List<Response> answers = Together.all(List.of(() -> take(As.LIAISON_2, offer), () -> take(As.LIAISON_2, offer)));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 409).singleElement()
                .satisfies(answer -> assertThat(answer.<String>path("detail")).contains(As.LIAISON_2.user() + " has taken it over already"));
    }

    @Test
    void anOfferIsTakenBackByWhoMadeItAlone() {
        // Given
        String offer = offered(As.LIAISON_1);

        // When
        Response others = As.LIAISON_2.asks().delete("/api/v1/handovers/" + offer);
        Response own = take(As.LIAISON_1, offer);
        Response back = As.LIAISON_1.asks().delete("/api/v1/handovers/" + offer);

        // Then
        assertThat(List.of(others.statusCode(), own.statusCode(), back.statusCode())).containsExactly(404, 409, 204);
        assertThat(take(As.LIAISON_2, offer).statusCode()).isEqualTo(409);
        assertThat(take(As.LIAISON_2, UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
        assertThat(As.LIAISON_2.asks().get("/api/v1/handovers").jsonPath().<String>getList("id")).doesNotContain(offer);
    }

    @Test
    void whatIsLeftLyingGoesBackToTheQueue() throws SQLException {
        // Given
        FiledReport left = claimed(As.LIAISON_1);
        FiledReport workedOn = claimed(As.LIAISON_1);
        FiledReport waiting = claimed(As.LIAISON_1);
        As.LIAISON_1.sends("{\"version\": 2, \"text\": \"Who was there?\"}").post(waiting.url() + "/questions");
        for (FiledReport each : List.of(left, workedOn, waiting)) {
            aged(each);
        }
        As.LIAISON_2.sends("{\"text\": \"Still at it\"}").post("/api/v1/triage/" + workedOn.id() + "/notes");

        // When
        rounds.run();

        // Then
        assertThat(holder(left)).isNull();
        assertThat(List.of(holder(workedOn), holder(waiting))).containsOnly(As.LIAISON_1.user());
        Await.sequenced();
        assertThat(As.AUDITOR.asks().get(left.url() + "/audit").jsonPath().getString("find { it.type == 'report.given-back' }.detail.holder"))
                .isEqualTo(As.LIAISON_1.user());
        assertThat(As.OPERATOR_A.asks().get(left.url() + "/audit").asString()).doesNotContain("given-back");
    }

    private static void aged(FiledReport report) throws SQLException {
        try (Connection owner = Rows.asOwner()) {
            for (String statement : List.of("update report set holder_since = now() - interval '13 hours' where id = ?",
                    "update timeline set at = now() - interval '13 hours' where report_id = ?")) {
                try (PreparedStatement update = owner.prepareStatement(statement)) {
                    update.setObject(1, UUID.fromString(report.id()));
                    update.executeUpdate();
                }
            }
        }
    }
}
