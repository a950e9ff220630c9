package org.tocsin.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.local.As.LIAISON_1;
import static org.tocsin.local.As.OPERATOR_A;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.tocsin.local.Rows;
import org.tocsin.report.FiledReport;

/** Withdrawals: the examples decide on the first that was asked for. */
final class WithdrawalScenes {

    private static final String PATH = "/api/v1/reports/{id}/withdrawal";

    static final Map<String, Scene> ALL = Map.of(
            "GET " + PATH, () -> Call.by(OPERATOR_A).at("id", asked()),
            "POST " + PATH, () -> Call.by(OPERATOR_A).at("id", FiledReport.by(OPERATOR_A).id()),
            "POST " + PATH + "/confirm", () -> Call.by(OPERATOR_A).at("id", askedByAColleague()),
            "POST " + PATH + "/cancel", () -> Call.by(OPERATOR_A).at("id", asked()),
            "POST " + PATH + "/call-back", () -> Call.by(LIAISON_1).at("id", asked()),
            "POST " + PATH + "/refuse", () -> Call.by(LIAISON_1).at("id", asked()));

    private WithdrawalScenes() {
    }

    private static String asked() {
        FiledReport report = FiledReport.by(OPERATOR_A);
        Response answer = OPERATOR_A.sends("{\"reason\": \"An exercise\"}").post(report.url() + "/withdrawal");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return report.id();
    }

    private static String askedByAColleague() {
        String id = asked();
        try (Connection owner = Rows.asOwner(); PreparedStatement update =
                owner.prepareStatement("update withdrawal set asked_by = 'colleague', asked_by_id = 'https://identity.example#colleague' where report_id = ?")) {
            update.setObject(1, UUID.fromString(id));
            update.executeUpdate();
            return id;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
