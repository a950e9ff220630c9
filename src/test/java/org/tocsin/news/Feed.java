package org.tocsin.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tocsin.local.As;
import org.tocsin.local.Await;

/** A reader that follows the changes as the documentation says. */
public final class Feed {

    private final As reader;
    private String next;
    private final List<Map<String, Object>> seen = new ArrayList<>();

    private Feed(As reader, String next) {
        this.reader = reader;
        this.next = next;
    }

    public static Feed fromNowOn(As reader) {
        JsonPath end = reader.asks().get("/api/v1/changes?after=now").jsonPath();
        assertThat(end.getList("items")).isEmpty();
        return new Feed(reader, end.getString("next"));
    }

    static Feed from(As reader, String url) {
        return new Feed(reader, url);
    }

    /** Reads on, in parts, until nothing more is there. */
    Feed read() {
        boolean more = true;
        while (more) {
            Response answer = reader.asks().urlEncodingEnabled(false).get(next);
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            assertThat(answer.header("Link")).isEqualTo("<" + answer.path("next") + ">; rel=\"next\"");
            seen.addAll(answer.jsonPath().getList("items"));
            next = answer.path("next");
            more = answer.path("more");
        }
        return this;
    }

    Feed until(String what, Predicate<Feed> condition) {
        Await.until(what, () -> condition.test(read()));
        return this;
    }

    /** Reads until this report has had a change of this type. */
    public Feed until(String report, String type) {
        return until(type + " of " + report, feed -> feed.typesOf(report).contains(type));
    }

    public List<String> typesOf(String report) {
        return of(report).stream().map(item -> (String) item.get("type")).toList();
    }

    public List<Map<String, Object>> of(String report) {
        return seen.stream().filter(item -> ((Map<?, ?>) item.get("report")).get("id").equals(report)).toList();
    }

    public List<String> ids() {
        return seen.stream().map(item -> (String) item.get("id")).toList();
    }

    List<Map<String, Object>> seen() {
        return seen;
    }

    String next() {
        return next;
    }
}
