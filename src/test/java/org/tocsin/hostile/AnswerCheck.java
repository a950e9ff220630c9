package org.tocsin.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tocsin.hostile.Shot.Part;

/** Decides what is wrong with the answer to a hostile request. */
final class AnswerCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = "application/problem+json";
    private static final Set<Integer> BARE = Set.of(400, 413, 414, 417, 431, 501, 505);
    /** What an address that was changed may be: another, or none. */
    private static final Set<Integer> ELSEWHERE = Set.of(200, 201, 204, 400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 422, 428, 429, 501);

    private AnswerCheck() {
    }

    /** @return in words; nothing when the answer is right */
    static List<String> faults(Shot shot, RawAnswer answer) {
        return Stream.of(failure(answer), documented(shot, answer), problem(shot, answer), reflected(shot, answer)).flatMap(Optional::stream).toList();
    }

    /** Of the decoder: nothing of ours has seen the request, and so not even our time is told. */
    private static boolean isBare(RawAnswer answer) {
        return answer.body().length == 0 && BARE.contains(answer.status()) && !answer.headers().containsKey("date");
    }

    private static Optional<String> failure(RawAnswer answer) {
        return answer.status() >= 500 && answer.status() != 501 && answer.status() != 505 ? Optional.of("failed with " + answer.status()) : Optional.empty();
    }

    private static Optional<String> documented(Shot shot, RawAnswer answer) {
        if (isBare(answer) || shot.spoiled().contains(Part.WIRE)) {
            return Optional.empty();
        }
        if ((shot.spoiled().contains(Part.METHOD) || shot.spoiled().contains(Part.PATH)) && ELSEWHERE.contains(answer.status())) {
            return Optional.empty();
        }
        Map<Integer, Set<String>> documented = shot.operation().answers();
        Set<String> types = documented.getOrDefault(answer.status(), answer.status() >= 400 ? documented.get(ApiOperation.ANY_REFUSAL) : null);
        if (types == null) {
            return Optional.of("not documented: " + answer.status());
        }
        boolean asDocumented = types.isEmpty() ? answer.body().length == 0 || answer.status() == 202
                : types.contains("*/*") || types.contains(answer.mediaType()) || answer.body().length == 0;
        return asDocumented ? Optional.empty() : Optional.of("documented as " + types + ", not as " + answer.mediaType());
    }

    private static Optional<String> problem(Shot shot, RawAnswer answer) {
        if (answer.status() < 400 || isBare(answer) || shot.method().equals("HEAD")) {
            return Optional.empty();
        }
        if (!answer.mediaType().equals(PROBLEM)) {
            return Optional.of("refused in " + answer.mediaType());
        }
        try {
            JsonNode document = JSON.readTree(answer.body());
            boolean sound = document.path("status").asInt() == answer.status() && document.path("type").asText().matches("urn:tocsin:problem:[a-z0-9-]+")
                    && !document.path("title").asText().isBlank() && !document.path("detail").asText().isBlank();
            return sound ? Optional.empty() : Optional.of("not a sound problem document");
        } catch (IOException notJson) {
            return Optional.of("not a problem document");
        }
    }

    /** What was accepted may be shown again; faults name the member or parameter that is wrong, and quote it. Nothing else comes back. */
    private static Optional<String> reflected(Shot shot, RawAnswer answer) {
        // Of what was made, the address begins with the host that was asked for.
        Map<String, List<String>> headers = new TreeMap<>(answer.headers());
        if (answer.status() == 201 || answer.status() == 202) {
            headers.remove("location");
        }
        if (headers.toString().contains(shot.marker())) {
            return Optional.of("reflected in a header");
        }
        boolean reflects = answer.status() >= 400 && withoutFaults(answer).contains(shot.marker());
        return reflects ? Optional.of("reflected") : Optional.empty();
    }

    private static String withoutFaults(RawAnswer answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        try {
            return JSON.readTree(body) instanceof ObjectNode document ? document.without("faults").toString() : body;
        } catch (IOException notJson) {
            return body;
        }
    }
}
