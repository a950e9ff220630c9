package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.tocsin.local.As;

/** The list of reports, as someone asks for it. */
final class Listed {

    private Listed() {
    }

    /** A word that stands in no other report. */
    static String word() {
        return ThreadLocalRandom.current().ints(12, 'a', 'z' + 1)
                .mapToObj(Character::toString).collect(Collectors.joining("", "q", ""));
    }

    /** @param filters name, value, name, value */
    static Response ask(As reader, Object... filters) {
        var request = reader.asks();
        for (int i = 0; i < filters.length; i += 2) {
            request = filters[i + 1] instanceof List<?> several ? request.queryParam(filters[i].toString(), several)
                    : request.queryParam(filters[i].toString(), filters[i + 1].toString());
        }
        return request.get("/api/v1/reports");
    }

    /** The ids of the first part. */
    static List<String> ids(As reader, Object... filters) {
        Response answer = ask(reader, filters);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath().getList("items.id");
    }

    /** The ids of all parts from this address on; {@code between} is done after each part. */
    static List<String> all(As reader, String address, Runnable between) {
        List<String> ids = new ArrayList<>();
        for (String next = address; next != null;) {
            Response part = reader.asks().urlEncodingEnabled(false).get(next);
            assertThat(part.statusCode()).as(part.asString()).isEqualTo(200);
            ids.addAll(part.jsonPath().getList("items.id"));
            next = part.jsonPath().getString("next");
            between.run();
        }
        return ids;
    }
}
