package org.tocsin.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CanonicalTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Property(tries = 300)
    void canonical_is_idempotent(@ForAll("objects") ObjectNode document) {
        // When
        byte[] once = Canonical.bytes(document);
        // Then
        Reading again = new StrictReader(1 << 20, 20).read(once);
        assertThat(again.faults()).isEmpty();
        assertThat(Canonical.bytes(again.tree())).isEqualTo(once);
    }

    @Property(tries = 300)
    void the_order_of_fields_does_not_matter(@ForAll("objects") ObjectNode document, @ForAll Random random) {
        assertThat(Canonical.bytes(shuffled(document, random))).isEqualTo(Canonical.bytes(document));
    }

    @Example
    void it_is_rfc_8785() throws Exception {
        // Given
        JsonNode tree = Json.MAPPER.readTree("{\"\\u20ac\":\"\\u0041\\u000a\\/\", \"1\":[9007199254740991, -0], \"\\r\":null}");
        // Then
        assertThat(new String(Canonical.bytes(tree), UTF_8))
                .isEqualTo("{\"\\r\":null,\"1\":[9007199254740991,0],\"€\":\"A\\n/\"}");
    }

    @Example
    void what_a_double_would_bend_is_refused() throws Exception {
        for (String text : List.of("{\"a\":[0.1]}", "{\"a\":[9007199254740992]}", "{\"a\":[1e2]}")) {
            JsonNode tree = Json.MAPPER.readTree(text);
            assertThatThrownBy(() -> Canonical.bytes(tree)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("/a/0");
        }
    }

    @Provide
    Arbitrary<ObjectNode> objects() {
        return object(value(3));
    }

    private static Arbitrary<JsonNode> value(int depth) {
        Arbitrary<JsonNode> leaf = Arbitraries.oneOf(
                text().map(NODES::textNode),
                Arbitraries.longs().between(-Numbers.MAX_EXACT, Numbers.MAX_EXACT).map(NODES::numberNode),
                Arbitraries.of(NODES.booleanNode(true), NODES.nullNode()));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<JsonNode> inner = value(depth - 1);
        return Arbitraries.oneOf(leaf, object(inner).map(o -> o),
                inner.list().ofMaxSize(4).map(items -> NODES.arrayNode().addAll(items)));
    }

    private static Arbitrary<ObjectNode> object(Arbitrary<JsonNode> value) {
        return Arbitraries.maps(text(), value).ofMaxSize(5).map(fields -> NODES.objectNode().setAll(fields));
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings().ofMaxLength(8).filter(text -> Characters.firstForbidden(text) < 0);
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (!node.isObject()) {
            return node;
        }
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(node.properties());
        Collections.shuffle(fields, random);
        ObjectNode other = NODES.objectNode();
        fields.forEach(field -> other.set(field.getKey(), shuffled(field.getValue(), random)));
        return other;
    }
}
