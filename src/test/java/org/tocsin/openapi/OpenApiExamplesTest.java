package org.tocsin.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tocsin.local.StackResource;
import org.tocsin.openapi.Description.Operation;

/**
 * The API description is true: each of its operations is called, with each of its examples, and answers as it says.
 * What must be there before a call can succeed stands in {@link Scenes}.
 */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OpenApiExamplesTest {

    /** Files are given back as what they are. */
    private static final String ANY = "*/*";

    @TestFactory
    Stream<DynamicTest> everyExampleSucceedsAndIsAnsweredAsDescribed() {
        Description description = Description.served();
        Answers answers = new Answers(description);
        return description.operations().stream().filter(Operation::hasBody).flatMap(operation ->
                operation.requestExamples().stream().map(example -> DynamicTest.dynamicTest(
                        operation + ": " + example.name() + ", " + example.mediaType(), () -> {
                            // Given
                            Call call = Scenes.of(operation, example.name()).prepare();

                            // When
                            Call.Answer answer = call.make(operation.method(), operation.path(), example.mediaType(), example.body());

                            // Then
                            fits(answers, operation, answer);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> everyOperationWithoutABodyIsAnsweredAsDescribed() {
        Description description = Description.served();
        Answers answers = new Answers(description);
        return description.operations().stream().filter(operation -> !operation.hasBody()).map(operation ->
                DynamicTest.dynamicTest(operation.toString(), () -> {
                    // Given
                    Call call = Scenes.of(operation).prepare();

                    // When
                    Call.Answer answer = call.make(operation.method(), operation.path());

                    // Then
                    fits(answers, operation, answer);
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleOfAnAnswerFitsItsSchema() {
        Description description = Description.served();
        Answers answers = new Answers(description);
        return description.operations().stream().flatMap(operation -> operation.said().path("responses").properties().stream()
                .flatMap(answer -> Description.examples(answer.getValue().path("content")).stream()
                        .filter(example -> isJson(example.mediaType()))
                        .map(example -> DynamicTest.dynamicTest(operation + " " + answer.getKey() + ": " + example.name(), () ->
                                assertThat(answers.misfits(schema(answer.getValue(), example.mediaType()), example.body()))
                                        .isEmpty()))));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleOfARequestFitsItsSchema() {
        Description description = Description.served();
        Answers answers = new Answers(description);
        return description.operations().stream().flatMap(operation -> operation.requestExamples().stream()
                .filter(example -> isJson(example.mediaType()))
                .map(example -> DynamicTest.dynamicTest(operation + ": " + example.name(), () ->
                        assertThat(answers.misfits(schema(operation.said().path("requestBody"), example.mediaType()), example.body()))
                                .isEmpty())));
    }

    private static void fits(Answers answers, Operation operation, Call.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        JsonNode described = operation.answer(answer.status());
        assertThat(described.isMissingNode()).as("%s answers %d, which is not described", operation, answer.status()).isFalse();
        if (!described.has("content")) {
            assertThat(answer.body()).as("the body of an answer that is described as having none").isEmpty();
            return;
        }
        String mediaType = answer.contentType().replaceAll(";.*", "");
        assertThat(described.path("content").properties()).extracting(Map.Entry::getKey)
                .as("the media types described, among them %s", mediaType)
                .containsAnyOf(mediaType, ANY);
        if (isJson(mediaType)) {
            assertThat(answers.misfits(schema(described, mediaType), answer.body())).as(answer.body()).isEmpty();
        }
    }

    private static JsonNode schema(JsonNode described, String mediaType) {
        return described.path("content").path(mediaType).path("schema");
    }

    private static boolean isJson(String mediaType) {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }
}
