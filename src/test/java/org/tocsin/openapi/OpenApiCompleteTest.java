package org.tocsin.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.StackResource;
import org.tocsin.openapi.Description.Operation;

/** The API description leaves nothing to be guessed. Each list that must be empty names what is missing and where. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OpenApiCompleteTest {

    private static final String SCHEMAS = "#/components/schemas/";
    /** What a framework writes when nobody says anything. */
    private static final Set<String> NO_WORDS = Set.of("", "OK", "Created", "No Content", "Bad Request", "Not Found", "Conflict");

    private Description description;
    private List<Operation> operations;

    @BeforeEach
    void read() {
        description = Description.served();
        operations = description.operations();
    }

    @Test
    void everyOperationHasASummaryOfItsOwn() {
        assertThat(operations).allSatisfy(operation ->
                assertThat(operation.said().path("summary").asText()).as(operation.name()).isNotBlank().hasSizeLessThan(100));
        assertThat(operations).extracting(operation -> operation.said().path("summary").asText()).doesNotHaveDuplicates();
    }

    /** Generated clients name their methods by it. */
    @Test
    void everyOperationHasAnIdOfItsOwnThatBeginsWithAVerb() {
        assertThat(operations).allSatisfy(operation ->
                assertThat(operation.said().path("operationId").asText()).as(operation.name()).matches("[a-z]+([A-Z][a-z]+)+"));
        assertThat(operations).extracting(operation -> operation.said().path("operationId").asText()).doesNotHaveDuplicates();
    }

    /** The generator guesses a type beside a reference, and has guessed object for a number written as text. */
    @Test
    void aReferenceStandsWithoutAGuessBesideIt() {
        assertThat(schemas()).flatExtracting(schema -> schema.getValue().findParents("$ref"))
                .allSatisfy(reference -> assertThat(reference.has("type")).as("%s", reference).isFalse());
    }

    @Test
    void everyObjectSaysWhatIsInIt() {
        List<String> missing = new ArrayList<>();
        schemas().forEach(schema -> schema.getValue().findParents("type").stream()
                .filter(object -> object.path("type").asText().equals("object"))
                .filter(object -> Stream.of("properties", "additionalProperties", "oneOf").noneMatch(object::has))
                .forEach(object -> missing.add(schema.getKey() + ": " + object)));
        assertThat(missing).isEmpty();
    }

    /** Or nothing of an answer could be relied on; what may be absent is @Nullable in its record. */
    @Test
    void everyAnswerSaysWhatItAlwaysHas() {
        Set<String> sent = sent();
        Set<String> free = Set.of("AssetReference", "HeldToken", "ReportLiaisonPart", "LiaisonEnrichment");

        assertThat(schemas()).filteredOn(schema -> schema.getValue().has("properties") && !sent.contains(schema.getKey())
                        && !free.contains(schema.getKey()))
                .allSatisfy(schema -> assertThat(schema.getValue().path("required")).as(schema.getKey()).isNotEmpty());
    }

    @Test
    void everyAnswerDeclaresTheHeadersThatBelongToIt() {
        assertThat(operations).allSatisfy(operation -> operation.said().path("responses").properties().forEach(answer -> {
            JsonNode headers = answer.getValue().path("headers");
            switch (answer.getKey()) {
                case "201" -> assertThat(headers.has("Location")).as("%s 201: Location", operation).isTrue();
                case "304" -> assertThat(headers.has("ETag")).as("%s 304: ETag", operation).isTrue();
                case "401" -> assertThat(headers.has("WWW-Authenticate")).as("%s 401: WWW-Authenticate", operation).isTrue();
                case "429", "503" -> assertThat(headers.has("Retry-After")).as("%s %s: Retry-After", operation, answer.getKey()).isTrue();
                default -> {
                }
            }
            if (operation.path().startsWith("/api/") && answer.getKey().startsWith("2")) {
                assertThat(headers.has("RateLimit") && headers.has("RateLimit-Policy")).as("%s: RateLimit", operation).isTrue();
            }
        }));
    }

    @Test
    void everyAnswerIsDescribedInWords() {
        List<String> missing = new ArrayList<>();
        operations.forEach(operation -> operation.said().path("responses").properties().forEach(answer -> {
            if (NO_WORDS.contains(answer.getValue().path("description").asText())) {
                missing.add(operation + " " + answer.getKey());
            }
        }));
        assertThat(missing).isEmpty();
    }

    @Test
    void everyOperationThatNeedsARoleSaysWhatHappensWithoutIt() {
        assertThat(operations).filteredOn(Operation::needsARole).allSatisfy(operation ->
                assertThat(statuses(operation)).as(operation.name()).contains("401", "403"));
    }

    @Test
    void onlyTheKeysNeedNoRole() {
        assertThat(operations).filteredOn(operation -> !operation.needsARole()).extracting(Operation::name)
                .containsExactly("GET /.well-known/tocsin-keys.json");
    }

    @Test
    void everyOperationWithABodySaysWhatIsWrongWithBadOnesAndShowsAGoodOne() {
        assertThat(operations).filteredOn(Operation::hasBody).allSatisfy(operation -> {
            assertThat(statuses(operation)).as(operation.name()).contains("400", "413", "415", "422");
            operation.said().at("/requestBody/content").properties().forEach(form ->
                    assertThat(form.getValue().path("examples")).as(operation + " as " + form.getKey() + ": examples").isNotEmpty());
        });
    }

    @Test
    void everyOperationOnOneThingSaysWhatHappensWhenThereIsNone() {
        assertThat(operations)
                .filteredOn(operation -> operation.path().contains("{") && !operation.method().equals("PUT"))
                .allSatisfy(operation -> assertThat(statuses(operation)).as(operation.name()).contains("404"));
    }

    @Test
    void everyRefusalIsAProblemDocument() {
        assertThat(operations).allSatisfy(operation -> operation.said().path("responses").properties().stream()
                .filter(answer -> answer.getKey().matches("[45].."))
                .forEach(answer -> assertThat(answer.getValue().at("/content/application~1problem+json/schema/$ref").asText())
                        .as(operation + " " + answer.getKey()).isEqualTo(SCHEMAS + "Problem")));
    }

    @Test
    void everyParameterIsDescribed() {
        List<String> missing = new ArrayList<>();
        operations.forEach(operation -> operation.said().path("parameters").forEach(parameter -> {
            if (parameter.path("description").asText().isBlank()) {
                missing.add(operation + " " + parameter.path("name").asText());
            }
        }));
        assertThat(missing).isEmpty();
    }

    @Test
    void everyNumberTextAndListIsDescribed() {
        List<String> missing = new ArrayList<>();
        schemas().forEach(schema -> schema.getValue().path("properties").properties().forEach(property -> {
            if (isNumberTextOrList(property.getValue()) && property.getValue().path("description").asText().isBlank()) {
                missing.add(schema.getKey() + "." + property.getKey());
            }
        }));
        assertThat(missing).isEmpty();
    }

    @Test
    void everythingThatIsSentHasLimits() {
        List<String> missing = new ArrayList<>();
        for (String name : sent()) {
            JsonNode schema = description.document().at("/components/schemas/" + name);
            limits(name, schema, missing);
            schema.path("properties").properties().forEach(property -> limits(name + "." + property.getKey(), property.getValue(), missing));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noTwoThingsShareAName() {
        // The framework tells two of one name apart by a number, which helps nobody. And what differs only in capitals
        // would be one file where somebody generates a client.
        assertThat(schemas()).extracting(schema -> schema.getKey().toLowerCase(Locale.ROOT)).doesNotHaveDuplicates();
        assertThat(schemas()).extracting(Map.Entry::getKey).noneMatch(name -> name.matches(".*[a-z]\\d+"));
    }

    private static void limits(String name, JsonNode schema, List<String> missing) {
        if (schema.has("$ref") || schema.has("enum") || schema.has("const")) {
            return;
        }
        switch (schema.path("type").asText()) {
            case "string" -> {
                if (!schema.has("maxLength") && !schema.has("pattern") && !schema.has("format")) {
                    missing.add(name + ": maxLength or pattern");
                }
            }
            case "integer", "number" -> {
                if (!schema.has("minimum")) {
                    missing.add(name + ": minimum");
                }
            }
            case "array" -> {
                if (!schema.has("maxItems")) {
                    missing.add(name + ": maxItems");
                }
            }
            default -> {
            }
        }
    }

    private static boolean isNumberTextOrList(JsonNode property) {
        return !property.has("$ref") && !property.has("enum")
                && Set.of("string", "integer", "number", "array").contains(property.path("type").asText());
    }

    private static List<String> statuses(Operation operation) {
        return operation.said().path("responses").properties().stream().map(Map.Entry::getKey).toList();
    }

    private Set<Map.Entry<String, JsonNode>> schemas() {
        return description.document().at("/components/schemas").properties();
    }

    /** The names of all schemas that some request's body holds. */
    private Set<String> sent() {
        Set<String> sent = new TreeSet<>();
        Deque<JsonNode> waiting = new ArrayDeque<>();
        operations.forEach(operation -> waiting.add(operation.said().path("requestBody")));
        while (!waiting.isEmpty()) {
            waiting.remove().findValuesAsText("$ref").stream()
                    .map(reference -> reference.replace(SCHEMAS, ""))
                    .filter(sent::add)
                    .forEach(name -> waiting.add(description.document().at("/components/schemas/" + name)));
        }
        return sent;
    }
}
