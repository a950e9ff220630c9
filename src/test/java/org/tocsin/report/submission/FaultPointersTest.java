package org.tocsin.report.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tocsin.json.Json;
import org.tocsin.problem.Fault;

class FaultPointersTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** A sound example with something wrong put anywhere into it: every fault points at a place that is there. */
    @Property(tries = 500)
    void every_pointer_resolves_or_its_parent_does(@ForAll("broken") JsonNode document) throws IOException {
        // When
        SubmissionOutcome outcome = SubmissionReader.read(Json.MAPPER.writeValueAsBytes(document));
        // Then
        if (outcome instanceof SubmissionOutcome.Faulty faulty) {
            assertThat(faulty.faults()).isNotEmpty().allSatisfy(fault -> assertThat(resolves(fault, document)).isTrue());
        }
    }

    private static boolean resolves(Fault fault, JsonNode document) {
        JsonPointer pointer = JsonPointer.compile(fault.pointer());
        boolean absent = fault.code().startsWith("missing");
        return !document.at(absent ? pointer.head() : pointer).isMissingNode();
    }

    @Provide
    Arbitrary<JsonNode> broken() {
        Arbitrary<JsonNode> odd = Arbitraries.of(NODES.nullNode(), NODES.numberNode(7), NODES.numberNode(1L << 60),
                NODES.numberNode(0.5), NODES.textNode(""), NODES.textNode("12 ms"), NODES.textNode("\u0007"),
                NODES.booleanNode(true), NODES.arrayNode().add(NODES.arrayNode()), NODES.objectNode().put("a/b~c", 1));
        Arbitrary<JsonNode> examples = Arbitraries.of("gnss-spoofing", "ptp-grandmaster-change", "compromised-phone")
                .map(FaultPointersTest::tree);
        return examples.flatMap(example -> Arbitraries.integers().between(0, containers(example).size() - 1)
                .flatMap(where -> Arbitraries.integers().between(0, 30).flatMap(which -> odd.map(value ->
                        spoilt(example.deepCopy(), where, which, value)))));
    }

    private static JsonNode spoilt(JsonNode document, int where, int which, JsonNode value) {
        JsonNode container = containers(document).get(where);
        if (container instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            object.set(which < names.size() ? names.get(which) : "od/d~" + which, value);
        } else {
            ((ArrayNode) container).add(value);
        }
        return document;
    }

    private static List<JsonNode> containers(JsonNode node) {
        List<JsonNode> all = new ArrayList<>();
        if (node.isContainerNode()) {
            all.add(node);
            node.forEach(child -> all.addAll(containers(child)));
        }
        return all;
    }

    private static JsonNode tree(String example) {
        try {
            return Json.MAPPER.readTree(ExamplesTest.example(example));
        } catch (IOException malformed) {
            throw new IllegalStateException(example, malformed);
        }
    }
}
