package org.tocsin.delivery.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.tocsin.json.Json;

/** What a destination says of its refusal, as far as it can be shown to a person. */
final class ProblemWords {

    private static final int AT_MOST = 300;

    private ProblemWords() {
    }

    /** @return ": " and the problem's detail (RFC 9457), or nothing when the body is none */
    static String of(byte[] body) {
        try {
            JsonNode problem = Json.MAPPER.readTree(body);
            String said = problem.path("detail").asText(problem.path("title").asText(""));
            return said.isBlank() ? "" : ": " + said.substring(0, Math.min(said.length(), AT_MOST));
        } catch (IOException notJson) {
            return "";
        }
    }
}
