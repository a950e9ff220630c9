package org.tocsin.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tocsin.local.StackResource;
import org.tocsin.openapi.Description.Example;
import org.tocsin.openapi.Description.Operation;

/** Tags and keys of every operation that the description has, in the scenes of {@link Scenes}. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ConditionalRequestsTest {

    private static final String KEY = "Idempotency-Key";

    @TestFactory
    Stream<DynamicTest> aKeyIsRefusedWhereItWouldBePassedOver() {
        return operations().filter(operation -> !takesAKey(operation)).map(operation -> test(operation, call -> {
            Response refused = call.with(KEY, "a-key").send(operation.method(), operation.path(), mediaType(operation), body(operation));

            assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
            if (!operation.method().equals("HEAD")) {
                assertThat(refused.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:idempotency-key-not-taken");
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> aPutThatAsksForNothingToBeThereIsRefusedTheSecondTime() {
        return operations().filter(operation -> operation.method().equals("PUT")).map(operation -> test(operation, call -> {
            call.make(operation.method(), operation.path(), mediaType(operation), body(operation));

            Response refused = call.with("If-None-Match", "*").send(operation.method(), operation.path(), mediaType(operation), body(operation));

            assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(412);
            assertThat(refused.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:precondition-failed");
            assertThat(refused.jsonPath().getString("etag")).isNotBlank();
        }));
    }

    @TestFactory
    Stream<DynamicTest> aPutThatNamesAnotherStateIsRefused() {
        return operations().filter(operation -> operation.method().equals("PUT")).map(operation -> test(operation, call -> {
            call.make(operation.method(), operation.path(), mediaType(operation), body(operation));

            Response refused = call.with("If-Match", "\"another\"").send(operation.method(), operation.path(), mediaType(operation), body(operation));

            assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(412);
        }));
    }

    @TestFactory
    Stream<DynamicTest> whatAChangeAnswersIsTaggedAsGetTagsIt() {
        return operations().filter(operation -> List.of("PUT", "POST").contains(operation.method()) && declaresATag(operation))
                // Its state moves on by itself while it is scanned.
                .filter(operation -> !operation.path().endsWith("/attachments"))
                .map(operation -> test(operation, call -> {
                    Response changed = call.send(operation.method(), operation.path(), mediaType(operation), body(operation));
                    assertThat(changed.statusCode()).as(changed.asString()).isBetween(200, 299);
                    String address = operation.path().endsWith("/revisions") ? read(call.filled(operation.path()))
                            : Optional.ofNullable(changed.header("Location")).orElseGet(() -> read(call.filled(operation.path())));

                    Response read = call.caller().asks().get(address);

                    assertThat(read.statusCode()).as("%s: %s", address, read.asString()).isEqualTo(200);
                    assertThat(read.header("ETag")).as(address).isNotBlank().isEqualTo(changed.header("ETag"));
                    Response again = call.caller().asks().header("If-None-Match", changed.header("ETag")).get(address);
                    assertThat(again.statusCode()).as(address).isEqualTo(304);
                    assertThat(again.asString()).isEmpty();
                }));
    }

    /** Where that can be read which an act has changed. A revision changes its report, and If-Match of the next one names that. */
    private static String read(String path) {
        return path.replaceFirst("/revisions$", "").replaceFirst("/triage/([^/]+)/.*", "/reports/$1")
                .replaceFirst("/(secret|enable|ping|rotation|cut-off|restoration|answer|drop|acceptance|refusal|acknowledgement|confirm|cancel|call-back|refuse)$", "")
                .replaceFirst("/held/.*", "");
    }

    private interface Trial {
        void with(Call call);
    }

    private static DynamicTest test(Operation operation, Trial trial) {
        return DynamicTest.dynamicTest(operation.toString(), () -> {
            Call call = scene(operation);
            if (!call.isSentOtherwise()) {
                trial.with(call);
            }
        });
    }

    private static Call scene(Operation operation) {
        return (operation.hasBody() ? Scenes.of(operation, example(operation).name()) : Scenes.of(operation)).prepare();
    }

    private static Stream<Operation> operations() {
        return Description.served().operations().stream().filter(operation -> operation.path().startsWith("/api/"));
    }

    private static boolean takesAKey(Operation operation) {
        for (JsonNode parameter : operation.said().path("parameters")) {
            if (parameter.path("name").asText().equals(KEY)) {
                return true;
            }
        }
        return false;
    }

    private static boolean declaresATag(Operation operation) {
        return Stream.of(200, 201, 202).anyMatch(status -> operation.answer(status).path("headers").has("ETag"));
    }

    private static Example example(Operation operation) {
        return operation.requestExamples().get(0);
    }

    private static String mediaType(Operation operation) {
        return operation.hasBody() ? example(operation).mediaType() : null;
    }

    private static String body(Operation operation) {
        // A client's name can be given once.
        return operation.hasBody() ? example(operation).body().replace("sensor-harbour-", "sensor-" + UUID.randomUUID() + "-") : null;
    }
}
