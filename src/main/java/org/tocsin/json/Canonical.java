package org.tocsin.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The one sequence of bytes that stands for a document: RFC 8785. Two submissions that say the same have the same bytes,
 * whatever the order of their fields, their white space or the offsets of their times; it is what is stored, hashed and
 * signed.
 */
public final class Canonical {

    /** A record through {@link Json#MAPPER}, which has made instants UTC and dropped what is absent. */
    public static byte[] bytes(Record document) {
        return bytes(Json.MAPPER.<JsonNode>valueToTree(document));
    }

    /**
     * A tree as it is: times in it are texts and stay as they were written.
     *
     * @throws IllegalArgumentException if it holds a number that RFC 8785 could not write exactly
     */
    public static byte[] bytes(JsonNode tree) {
        refuseInexact(tree, Path.ROOT);
        try {
            return new JsonCanonicalizer(Json.MAPPER.writeValueAsString(tree)).getEncodedUTF8();
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("writing a tree", impossible);
        } catch (IOException notADocument) {
            throw new IllegalArgumentException("only objects and lists have a canonical form", notADocument);
        }
    }

    private static void refuseInexact(JsonNode node, Path at) {
        if (node.isNumber() && !exact(node)) {
            throw new IllegalArgumentException("not an integer within 2^53−1 at \"" + at + "\"");
        }
        node.properties().forEach(field -> refuseInexact(field.getValue(), at.to(field.getKey())));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                refuseInexact(node.get(i), at.to(i));
            }
        }
    }

    private static boolean exact(JsonNode number) {
        return number.isIntegralNumber() && number.canConvertToLong()
                && number.longValue() <= Numbers.MAX_EXACT && number.longValue() >= -Numbers.MAX_EXACT;
    }

    private Canonical() {
    }
}
