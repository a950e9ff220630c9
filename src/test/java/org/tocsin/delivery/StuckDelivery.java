package org.tocsin.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.report.FiledReport;

/** A delivery that has failed once and waits half an hour, as a destination that is down leaves it. */
public record StuckDelivery(FiledReport report, UUID id) {

    private static final String STUCK = """
            update delivery
            set state = 'pending', receipt = null, submission_id = null, case_reference = null, delivered_at = null,
                attempts = 1, held_until = %s, next_attempt_at = now() + interval '29 minutes'
            where id = ?""";
    private static final String FAILED = """
            update delivery_attempt
            set outcome = 'retry', reason = 'The destination answered 503: Back at noon.'
            where delivery_id = ?""";
    private static final String PUT_OFF = """
            update delivery
            set next_attempt_at = now() + interval '%1$d seconds', held_until = now() + interval '%1$d seconds'
            where id = ?""";
    private static final String RELEASED = "update report set state = 'released', case_reference = null where id = ?";

    public static StuckDelivery waiting() {
        return stuck("null");
    }

    /** Failed, claimed again and left, by a clock that was ahead. */
    public static StuckDelivery putOff(Duration ahead) {
        StuckDelivery delivery = stuck("now()");
        change(PUT_OFF.formatted(ahead.toSeconds()), delivery.id);
        return delivery;
    }

    static StuckDelivery underWay() {
        return stuck("now() + interval '59 seconds'");
    }

    private static StuckDelivery stuck(String heldUntil) {
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        String triage = "/api/v1/triage/" + report.id();
        As.LIAISON_1.sends("{\"version\": 1}").post(triage + "/claim");
        assertThat(As.LIAISON_1.sends("{\"version\": 2}").post(triage + "/release").statusCode()).isEqualTo(200);
        UUID id = UUID.fromString(As.LIAISON_1.asks().get(report.url() + "/deliveries").path("[0].id"));
        StuckDelivery delivery = new StuckDelivery(report, id);
        delivery.arrives();
        change(STUCK.formatted(heldUntil), id);
        change(FAILED, id);
        change(RELEASED, UUID.fromString(report.id()));
        return delivery;
    }

    public String url() {
        return report.url() + "/deliveries/" + id;
    }

    public void arrives() {
        Await.until("arrival", () -> As.LIAISON_1.asks().get(report.url() + "/deliveries").path("[0].state").equals("delivered"));
    }

    private static void change(String statement, UUID id) {
        try (Connection owner = Rows.asOwner(); PreparedStatement update = owner.prepareStatement(statement)) {
            update.setObject(1, id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
