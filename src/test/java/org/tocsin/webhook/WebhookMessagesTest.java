package org.tocsin.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.news.Feed;
import org.tocsin.news.OldChanges;
import org.tocsin.report.FiledReport;

/** What webhooks are told, signed and in order, to systems on loopback, which the tests' settings allow. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class WebhookMessagesTest {

    @Inject
    WebhookOutcomes outcomes;
    @Inject
    OldChanges old;

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
    void aChangeIsToldSignedAndWithoutWhatTheReportSays() {
        // Given
        Hook hook = Hook.at(As.OPERATOR_A, listener);
        Feed feed = Feed.fromNowOn(As.OPERATOR_A);

        // When
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        Listener.Heard heard = listener.about(report.id(), 1).get(0);
        feed.until(report.id(), "report.received");

        // Then
        assertThat(heard.path()).isEqualTo("/hook?from=tocsin");
        assertThat(heard.isSignedWith(hook.secret())).isTrue();
        assertThat(heard.signatures()).hasSize(1);
        assertThat(heard.id()).isEqualTo(feed.of(report.id()).get(0).get("id")).isEqualTo(heard.json().at("/data/change").asText());
        assertThat(heard.json().path("type").asText()).isEqualTo("report.received");
        assertThat(heard.json().at("/data/report/reference").asText()).isEqualTo(report.reference());
        assertThat(heard.json().at("/data/report/state").asText()).isEqualTo("received");
        assertThat(heard.text()).doesNotContain("disagrees", "operator-a");
        assertThat(hook.attempted(1)).containsEntry("outcome", "delivered").containsEntry("status", 204).containsEntry("message", heard.id());
    }

    @Test
    void whatIsNotTakenIsToldAgainTheSameAndBeforeWhatCameLater() {
        // Given
        listener.answering(503);
        Hook hook = Hook.at(As.OPERATOR_A, listener);
        FiledReport first = FiledReport.by(As.OPERATOR_A);
        Listener.Heard failed = listener.about(first.id(), 1).get(0);
        hook.attempted(1);
        FiledReport second = FiledReport.by(As.OPERATOR_A);
        Feed.fromNowOn(As.OPERATOR_A);
        int before = listener.heard().size();

        // When
        listener.answering(200);
        hook.due();
        listener.about(second.id(), 1);

        // Then
        Listener.Heard again = listener.about(first.id()).get(1);
        assertThat(again.id()).isEqualTo(failed.id());
        assertThat(again.body()).isEqualTo(failed.body());
        assertThat(listener.heard().subList(before, listener.heard().size())).extracting(Listener.Heard::id)
                .startsWith(failed.id()).doesNotHaveDuplicates();
        assertThat(hook.attempts().stream().map(each -> each.get("outcome")).filter("retry"::equals)).hasSize(1);
        Await.until("nothing is behind", () -> hook.view().getLong("behind") == 0 && hook.view().getInt("failures") == 0);
    }

    @Test
    void whatWasTakenButNotRecordedIsToldAgainUnderTheSameId() {
        // Given
        Hook hook = Hook.at(As.OPERATOR_A, listener);
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        String id = listener.about(report.id(), 1).get(0).id();
        Await.until("it is recorded", () -> hook.view().getLong("behind") == 0);

        // When: as a process leaves it that is killed between sending and recording
        hook.set("position = position - 1, fence = fence + 1, held_until = now() - interval '1 second'");

        // Then
        assertThat(listener.about(report.id(), 2)).extracting(Listener.Heard::id).containsOnly(id);
    }

    @Test
    void theWordOfAnOlderClaimIsNotTaken() {
        // Given
        listener.answering(503);
        Hook hook = Hook.at(As.OPERATOR_A, listener);
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        listener.about(report.id(), 1);
        hook.attempted(1);
        long position = Rows.number("select position from webhook where id = ?::uuid", hook.id());

        // When
        outcomes.write(new WebhookClaim(UUID.fromString(hook.id()), 0, 1, listener.url(), List.of(),
                new WebhookMessage(UUID.randomUUID(), "report.received", position + 1, new byte[0])), Answer.of(200));

        // Then
        assertThat(Rows.number("select position from webhook where id = ?::uuid", hook.id())).isEqualTo(position);
    }

    @Test
    void redirectsAreNotFollowed() {
        // Given
        listener.answering(307);
        Hook hook = Hook.at(As.OPERATOR_A, listener);

        // When
        As.OPERATOR_A.asks().post(hook.path() + "/ping").then().statusCode(202);
        Map<String, Object> attempt = hook.attempted(1);

        // Then
        assertThat(attempt).containsEntry("outcome", "refused").containsEntry("reason", "It answered 307: redirects are not followed.");
        assertThat(listener.heard()).extracting(Listener.Heard::path).containsExactly("/hook?from=tocsin");
    }

    @Test
    void afterARotationBothSecretsSignAndAfterASecondTheFirstNoLonger() {
        // Given
        Hook hook = Hook.at(As.OPERATOR_A, listener);

        // When
        Response once = As.OPERATOR_A.asks().post(hook.path() + "/secret");
        As.OPERATOR_A.asks().post(hook.path() + "/ping");
        Listener.Heard both = listener.heard(1).get(0);
        Response twice = As.OPERATOR_A.asks().post(hook.path() + "/secret");
        hook.attempted(1);
        As.OPERATOR_A.asks().post(hook.path() + "/ping");
        Listener.Heard later = listener.heard(2).get(1);

        // Then
        assertThat(once.jsonPath().getString("formerSecretUntil")).isNotNull();
        assertThat(both.signatures()).hasSize(2);
        assertThat(both.isSignedWith(hook.secret()) && both.isSignedWith(once.path("secret"))).isTrue();
        assertThat(later.signatures()).hasSize(2);
        assertThat(later.isSignedWith(once.path("secret")) && later.isSignedWith(twice.path("secret"))).isTrue();
        assertThat(later.isSignedWith(hook.secret())).isFalse();
    }

    @Test
    void onlyWhatIsWantedIsTold() {
        // Given
        Hook.at(As.OPERATOR_A, listener, "report.released", "question.*");
        Feed feed = Feed.fromNowOn(As.OPERATOR_A);
        FiledReport report = FiledReport.by(As.OPERATOR_A);

        // When
        String triage = "/api/v1/triage/" + report.id();
        As.LIAISON_1.sends("{\"version\": 1}").post(triage + "/claim").then().statusCode(200);
        As.LIAISON_1.sends("{\"version\": 2}").post(triage + "/release").then().statusCode(200);
        listener.about(report.id(), 1);
        Await.until("the CERT has it", () -> As.OPERATOR_A.asks().get(report.url()).path("state").equals("acknowledged"));
        feed.until(report.id(), "report.acknowledged");
        Hook everything = Hook.at(As.OPERATOR_A, listener);
        As.OPERATOR_A.asks().post(everything.path() + "/ping");
        listener.heard(2);

        // Then
        assertThat(listener.about(report.id())).extracting(heard -> heard.json().path("type").asText()).containsOnly("report.released");
    }

    @Test
    void whereNobodyAnswersNobodyElseWaits() {
        // Given
        for (int i = 0; i < Webhooks.MOST; i++) {
            Hook.at(As.OPERATOR_A, listener.silent());
        }
        FiledReport slow = FiledReport.by(As.OPERATOR_A);
        listener.about(slow.id(), 1);

        // When
        try (Listener other = new Listener()) {
            Hook.at(As.OPERATOR_B, other);
            FiledReport quick = FiledReport.by(As.OPERATOR_B);

            // Then
            assertThat(other.about(quick.id(), 1)).hasSize(1);
        }
    }

    @Test
    void aWebhookThatMissedChangesWhichWereRemovedIsToldSo() {
        // Given
        Hook hook = Hook.at(As.OPERATOR_B, listener, "report.closed");
        Feed feed = Feed.fromNowOn(As.OPERATOR_B);
        FiledReport missed = FiledReport.by(As.OPERATOR_B);
        feed.until(missed.id(), "report.received");
        old.remove(As.OPERATOR_B.organisation());

        // When
        hook.set("position = 0");
        Listener.Heard told = listener.about("changes.pruned", 1).get(0);

        // Then
        assertThat(told.json().path("type").asText()).isEqualTo("changes.pruned");
        assertThat(told.isSignedWith(hook.secret())).isTrue();
        Await.until("nothing is behind", () -> hook.view().getLong("behind") == 0);
        assertThat(listener.about("changes.pruned")).hasSize(1);
    }
}
