package org.tocsin.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;

/** Webhooks as their owner registers, changes and removes them, and where they may not go. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RegisteringWebhooksTest {

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
    void theSecretIsShownOnceOnly() {
        // Given
        Hook hook = Hook.at(As.OPERATOR_A, listener);

        // Then
        assertThat(hook.secret()).startsWith("whsec_");
        assertThat(As.OPERATOR_A.asks().get(hook.path()).asString() + As.OPERATOR_A.asks().get(Hook.ALL).asString())
                .doesNotContain("whsec_").contains(hook.id());
    }

    @Test
    void tenAreTheMostAlsoAtOnce() {
        // When
        List<Response> answers = Together.all(IntStream.range(0, 13).<Supplier<Response>>mapToObj(i -> () ->
                Hook.draft(As.OPERATOR_B, listener.url())).toList());

        // Then
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201)).hasSize(Webhooks.MOST);
        answers.stream().filter(answer -> answer.statusCode() != 201).forEach(answer -> Hook.isProblem(answer, 409, "too-many-webhooks"));
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
        Hook.isProblem(As.OPERATOR_A.asks().get(hook.path()), 404, "not-found");
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
        Hook.isProblem(answer, 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://10.0.0.1/", "https://169.254.169.254/latest/meta-data", "https://[fd00::1]/", "https://[::ffff:192.168.0.1]/",
            "http://192.0.3.1/", "http://soc.example.org/", "ftp://soc.example.org/", "https://user:word@192.0.3.1/", "https://192.0.3.1/#part",
            "soc.example.org", "https://", "https:///path", "https://192.0.3.1:99999/", "nonsense at all"})
    void whereWebhooksMayNotGoIsRefused(String url) {
        // When
        Response answer = Hook.draft(As.OPERATOR_A, url);

        // Then
        Hook.isProblem(answer, 422, "invalid");
        assertThat(answer.jsonPath().getList("faults.pointer")).containsExactly("/url");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}|/url", "{\"url\": \"https://192.0.3.1/\", \"types\": [\"Report\"]}|/types/0",
            "{\"url\": \"https://192.0.3.1/\", \"types\": [\"report.\"]}|/types/0", "{\"url\": \"https://192.0.3.1/\", \"secret\": \"mine\"}|/secret"})
    void aBodyOfTheWrongFormIsUnprocessable(String body, String pointer) {
        // When
        Response answer = As.OPERATOR_A.sends(body).post(Hook.ALL);

        // Then
        Hook.isProblem(answer, 422, "invalid");
        assertThat(answer.jsonPath().getList("faults.pointer")).containsExactly(pointer);
    }
}
