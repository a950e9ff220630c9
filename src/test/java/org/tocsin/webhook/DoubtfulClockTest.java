package org.tocsin.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.audit.Audit;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.report.FiledReport;
import org.tocsin.store.Transactions;
import org.tocsin.time.ClockWatch;
import org.tocsin.time.Now;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class DoubtfulClockTest {

    @Inject
    EntityManager database;
    @Inject
    Transactions transactions;
    @Inject
    Audit audit;
    @Inject
    Now now;
    @Inject
    WebhookConfig config;

    @Test
    void noWebhookHasFailedForTooLongWhileTheClockIsInDoubt() {
        try (Listener listener = new Listener()) {
            // Given
            listener.answering(500);
            Hook hook = Hook.at(As.OPERATOR_A, listener);
            FiledReport.by(As.OPERATOR_A);
            hook.attempted(1);
            hook.set("failing_since = now() - interval '73 hours', fence = fence + 1, held_until = now() + interval '50 seconds'");
            ClockWatch clock = mock(ClockWatch.class);
            when(clock.isInDoubt()).thenReturn(true);

            // When
            new WebhookOutcomes(database, transactions, mock(WebhookClaims.class), audit, now, clock, config).write(
                    new WebhookClaim(UUID.fromString(hook.id()), Rows.number("select fence from webhook where id = ?::uuid", hook.id()), 1, listener.url(),
                            List.of(), new WebhookMessage(UUID.randomUUID(), "report.received", 1, new byte[0])), Answer.of(500));
            String during = hook.view().getString("state");
            hook.due();
            hook.until("disabled");

            // Then
            assertThat(during).isEqualTo("enabled");
            As.OPERATOR_A.asks().delete(hook.path()).then().statusCode(204);
        }
    }
}
