package org.tocsin.delivery.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Set;
import org.tocsin.json.Json;

/** What a destination says of its refusal, as far as it can be shown to a person. */
final class ProblemWords {

    /** Characters. */
    private static final int AT_MOST = 300;
    private static final Set<Byte> HIDDEN = Set.of(Character.CONTROL, Character.FORMAT, Character.SURROGATE,
            Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR);

    private ProblemWords() {
    }

    /** @return ": " and the problem's detail (RFC 9457), or nothing when the body is none */
    static String of(byte[] body) {
        try {
            JsonNode problem = Json.MAPPER.readTree(body);
            String said = shown(problem.path("detail").asText(problem.path("title").asText("")));
            return said.isEmpty() ? "" : ": " + said;
        } catch (IOException notJson) {
            return "";
        }
    }

    /** Without what a database cannot keep (U+0000, halves of characters) or a reader cannot see. */
    private static String shown(String said) {
        return said.codePoints()
                .limit(AT_MOST)
                .map(c -> HIDDEN.contains((byte) Character.getType(c)) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString().strip().replaceAll(" +", " ");
    }
}
