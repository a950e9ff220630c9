package org.tocsin.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was released stays usable. At a release, docs/openapi.yaml becomes docs/openapi-released.yaml; a change that must
 * break clients gets a new path (/api/v2) beside the old one.
 */
class BreakingChangesTest {

    private static final Path RELEASED = Path.of("docs", "openapi-released.yaml");
    private static final Path NOW = Path.of("docs", "openapi.yaml");

    @Test
    void aClientOfTheLastReleaseCanGoOn() throws IOException {
        // Given
        Contract released = Contract.of(Contract.read(RELEASED));

        // When
        Contract now = Contract.of(Contract.read(NOW));

        // Then
        assertThat(released.brokenBy(now)).isEmpty();
    }

    static Stream<Named<Consumer<ObjectNode>>> breaking() {
        return Stream.of(
                change("an operation is gone", document -> paths(document).remove("/api/v1/triage")),
                change("a path is named otherwise", document -> paths(document)
                        .set("/api/v1/inventory", paths(document).remove("/api/v1/assets"))),
                change("a field of a request becomes required", document -> schema(document, "Submission")
                        .withArray("required").add("severity")),
                change("a parameter becomes required", document -> ((ObjectNode) document
                        .at("/paths/~1api~1v1~1assets/get/parameters/0")).put("required", true)),
                change("a field is gone from an answer", document -> properties(document, "ReportAnswer").remove("receipt")),
                change("a field of an answer gets another type", document -> properties(document, "ReportAnswer")
                        .putObject("version").put("type", "string")),
                change("a word is no longer taken", document -> ((ArrayNode) schema(document, "Severity").path("enum")).remove(0)),
                change("a text may be less long", document -> ((ObjectNode) properties(document, "Submission").path("title"))
                        .put("maxLength", 20)),
                change("a number may be less high", document -> ((ObjectNode) properties(document, "Asset").path("criticality"))
                        .put("maximum", 3)),
                change("an answer's media type is another", document -> {
                    ObjectNode content = (ObjectNode) document.at("/paths/~1api~1v1~1triage/get/responses/200/content");
                    content.set("application/xml", content.remove("application/json"));
                }),
                change("a success has another status", document -> {
                    ObjectNode answers = (ObjectNode) document.at("/paths/~1api~1v1~1reports/post/responses");
                    answers.set("202", answers.remove("201"));
                }));
    }

    static Stream<Named<Consumer<ObjectNode>>> harmless() {
        return Stream.of(
                change("nothing", document -> {
                }),
                change("an operation is new", document -> paths(document).set("/api/v1/more", paths(document).path("/api/v1/assets").deepCopy())),
                change("a request may say more", document -> properties(document, "Submission")
                        .putObject("weather").put("type", "string")),
                change("an answer says more", document -> properties(document, "ReportAnswer")
                        .putObject("weather").put("type", "string")),
                change("a text may be longer", document -> ((ObjectNode) properties(document, "Submission").path("title"))
                        .put("maxLength", 2000)),
                change("another refusal is described", document -> ((ObjectNode) document.at("/paths/~1api~1v1~1reports/post/responses"))
                        .putObject("451").put("description", "Not for legal reasons")));
    }

    @ParameterizedTest
    @MethodSource
    void breaking(Consumer<ObjectNode> change) throws IOException {
        // Given
        ObjectNode released = Contract.read(RELEASED);
        ObjectNode next = released.deepCopy();

        // When
        change.accept(next);

        // Then
        assertThat(Contract.of(released).brokenBy(Contract.of(next))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void harmless(Consumer<ObjectNode> change) throws IOException {
        // Given
        ObjectNode released = Contract.read(RELEASED);
        ObjectNode next = released.deepCopy();

        // When
        change.accept(next);

        // Then
        assertThat(Contract.of(released).brokenBy(Contract.of(next))).isEmpty();
    }

    private static Named<Consumer<ObjectNode>> change(String what, Consumer<ObjectNode> change) {
        return Named.of(what, change);
    }

    private static ObjectNode paths(ObjectNode document) {
        return (ObjectNode) document.path("paths");
    }

    private static ObjectNode schema(ObjectNode document, String name) {
        return (ObjectNode) document.at("/components/schemas/" + name);
    }

    private static ObjectNode properties(ObjectNode document, String name) {
        return (ObjectNode) schema(document, name).path("properties");
    }
}
