package org.tocsin.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.report.FiledReport;

/** When a webhook is disabled, why it says so, and how it comes back. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class DisabledWebhookTest {

    private final Listener listener = new Listener();

    @BeforeEach
    void none() {
        Hook.removeAll();
    }

    @AfterEach
    void end() {
        Hook.removeAll();
        listener.close();
    }

    @Test
    void whereNothingIsWantedAnyMoreNothingIsToldUntilItIsEnabledAndThenAllOfIt() {
        // Given
        listener.answering(410);
        Hook hook = Hook.at(As.OPERATOR_A, listener);
        FiledReport first = FiledReport.by(As.OPERATOR_A);
        hook.until("disabled");
        String why = hook.view().getString("disabledWhy");
        FiledReport second = FiledReport.by(As.OPERATOR_A);

        // When
        listener.answering(204);
        As.OPERATOR_A.asks().post(hook.path() + "/enable").then().statusCode(200);
        listener.about(second.id(), 1);

        // Then
        assertThat(why).contains("410");
        assertThat(listener.about(first.id())).extracting(Listener.Heard::id).hasSize(2).containsOnly(listener.about(first.id()).get(0).id());
        assertThat(hook.view().getString("state")).isEqualTo("enabled");
        assertThat(hook.view().getString("disabledWhy")).isNull();
        assertThat(Rows.number("select count(*) from audit_entry where type = 'webhook.disabled' and organisation_id = '" + TestOrganisation.A.id() + "'")).isPositive();
    }

    @Test
    void whatRefusesAgainAndAgainIsDisabledAndItSaysWhy() {
        // Given
        listener.answering(403);
        Hook hook = Hook.at(As.OPERATOR_A, listener);
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        hook.attempted(1);
        hook.set("refusals = 8, failures = 8, next_attempt_at = now()");
        hook.attempted(2);
        String before = hook.view().getString("state");

        // When
        hook.due();
        hook.until("disabled");

        // Then
        assertThat(before).isEqualTo("enabled");
        assertThat(hook.view().getString("disabledWhy")).isEqualTo("It refused 10 times, at last so: It answered 403.");
        assertThat(listener.about(report.id())).hasSize(3);
    }

    @Test
    void whatHasFailedForDaysIsDisabled() {
        // Given
        listener.answering(500);
        Hook hook = Hook.at(As.OPERATOR_A, listener);
        FiledReport.by(As.OPERATOR_A);
        hook.attempted(1);

        // When
        hook.set("failing_since = now() - interval '73 hours', next_attempt_at = now()");
        hook.until("disabled");

        // Then
        assertThat(hook.view().getString("disabledWhy")).contains("It has failed since", "It answered 500.");
    }

    @Test
    void aTestAlsoGoesToWhatIsDisabledAndFailsOnce() {
        // Given
        Hook hook = Hook.at(As.OPERATOR_A, listener);
        hook.set("state = 'disabled', disabled_why = 'For the test.'");

        // When
        listener.answering(500);
        As.OPERATOR_A.asks().post(hook.path() + "/ping").then().statusCode(202);
        Map<String, Object> attempt = hook.attempted(1);

        // Then
        assertThat(attempt).containsEntry("type", "webhook.ping").containsEntry("outcome", "retry").containsEntry("reason", "It answered 500.");
        assertThat(hook.view().getBoolean("pinging")).isFalse();
        assertThat(hook.view().getString("state")).isEqualTo("disabled");
        assertThat(listener.heard()).hasSize(1);
    }
}
