package org.tocsin.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;
import org.tocsin.news.Feed;
import org.tocsin.report.FiledReport;

/** Webhooks, to systems on loopback, which the tests' settings allow. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class WebhookTest {

    @Inject
    WebhookOutcomes outcomes;

    private final Listener listener = new Listener();

    @BeforeEach
    void none() {
        remove();
    }

    @AfterEach
    void end() {
        remove();
        listener.close();
    }

    private static void remove() {
        for (As owner : List.of(As.OPERATOR_A, As.OPERATOR_B)) {
            owner.asks().get(Hook.ALL).jsonPath().<String>getList("items.id")
                    .forEach(id -> owner.asks().delete(Hook.ALL + "/" + id).then().statusCode(204));
        }
    }

    private static void isProblem(Response answer, int status, String kind) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:" + kind);
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
    void theSecretIsShownOnceOnly() {
        // Given
        Hook hook = Hook.at(As.OPERATOR_A, listener);

        // Then
        assertThat(hook.secret()).startsWith("whsec_");
        assertThat(As.OPERATOR_A.asks().get(hook.path()).asString() + As.OPERATOR_A.asks().get(Hook.ALL).asString())
                .doesNotContain("whsec_").contains(hook.id());
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
        assertThat(Rows.number("select count(*) from audit_entry where type = 'webhook.disabled' and organisation_id = 'org-a'")).isPositive();
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
        FiledReport report = FiledReport.by(As.OPERATOR_A);

        // When
        String triage = "/api/v1/triage/" + report.id();
        As.LIAISON_1.sends("{\"version\": 1}").post(triage + "/claim").then().statusCode(200);
        As.LIAISON_1.sends("{\"version\": 2}").post(triage + "/release").then().statusCode(200);
        listener.about(report.id(), 1);
        Await.until("the CERT has it", () -> As.OPERATOR_A.asks().get(report.url()).path("state").equals("acknowledged"));
        Await.sequenced();
        Hook everything = Hook.at(As.OPERATOR_A, listener);
        As.OPERATOR_A.asks().post(everything.path() + "/ping");
        listener.heard(2);

        // Then
        assertThat(listener.about(report.id())).extracting(heard -> heard.json().path("type").asText()).containsOnly("report.released");
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
    void tenAreTheMostAlsoAtOnce() {
        // When
        List<Response> answers = Together.all(IntStream.range(0, 13).<Supplier<Response>>mapToObj(i -> () ->
                Hook.draft(As.OPERATOR_B, listener.url())).toList());

        // Then
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201)).hasSize(Webhooks.MOST);
        answers.stream().filter(answer -> answer.statusCode() != 201).forEach(answer -> isProblem(answer, 409, "too-many-webhooks"));
        assertThat(As.OPERATOR_B.asks().get(Hook.ALL).jsonPath().getList("items")).hasSize(Webhooks.MOST);
    }

    @Test
    void aWebhookCanBeChangedAndRemoved() {
        // Given
        Hook hook = Hook.at(As.OPERATOR_A, listener);

        // When
        Response changed = As.OPERATOR_A.sends("{\"url\": \"%s\", \"types\": [\"report.*\"], \"description\": \"SOC\"}"
                .formatted(listener.url() + "&two")).put(hook.path());
        As.OPERATOR_A.asks().delete(hook.path()).then().statusCode(204);

        // Then
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.jsonPath().getList("types")).containsExactly("report.*");
        assertThat(changed.jsonPath().getString("description")).isEqualTo("SOC");
        isProblem(As.OPERATOR_A.asks().get(hook.path()), 404, "not-found");
        assertThat(Rows.number("select count(*) from webhook_secret where webhook_id = ?::uuid", hook.id())).isZero();
    }

    @ParameterizedTest
    @CsvSource({"GET,''", "PUT,''", "DELETE,''", "POST,/secret", "POST,/enable", "POST,/ping", "GET,/attempts"})
    void anothersWebhookIsNotFound(String method, String part) {
        // Given
        Hook hook = Hook.at(As.OPERATOR_A, listener);

        // When
        Response answer = (method.equals("PUT") ? As.OPERATOR_B.sends("{\"url\": \"https://192.0.3.1/\"}") : As.OPERATOR_B.asks())
                .request(method, hook.path() + part);

        // Then
        isProblem(answer, 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://10.0.0.1/", "https://169.254.169.254/latest/meta-data", "https://[fd00::1]/", "https://[::ffff:192.168.0.1]/",
            "http://192.0.3.1/", "http://soc.example.org/", "ftp://soc.example.org/", "https://user:word@192.0.3.1/", "https://192.0.3.1/#part",
            "soc.example.org", "https://", "https:///path", "https://192.0.3.1:99999/", "nonsense at all"})
    void whereWebhooksMayNotGoIsRefused(String url) {
        // When
        Response answer = Hook.draft(As.OPERATOR_A, url);

        // Then
        isProblem(answer, 422, "invalid");
        assertThat(answer.jsonPath().getList("faults.pointer")).containsExactly("/url");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}|/url", "{\"url\": \"https://192.0.3.1/\", \"types\": [\"Report\"]}|/types/0",
            "{\"url\": \"https://192.0.3.1/\", \"types\": [\"report.\"]}|/types/0", "{\"url\": \"https://192.0.3.1/\", \"secret\": \"mine\"}|/secret"})
    void aBodyOfTheWrongFormIsUnprocessable(String body, String pointer) {
        // When
        Response answer = As.OPERATOR_A.sends(body).post(Hook.ALL);

        // Then
        isProblem(answer, 422, "invalid");
        assertThat(answer.jsonPath().getList("faults.pointer")).containsExactly(pointer);
    }
}
