package org.tocsin.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;

/** A registered webhook. */
record Hook(As owner, String id, String secret) {

    static final String ALL = "/api/v1/webhooks";

    static Hook at(As owner, Listener listener, String... types) {
        Response answer = draft(owner, listener.url(), types);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return new Hook(owner, answer.path("id"), answer.path("secret"));
    }

    static Response draft(As owner, String url, String... types) {
        return owner.sends("{\"url\": \"%s\", \"types\": [%s]}".formatted(url,
                String.join(",", List.of(types).stream().map(type -> '"' + type + '"').toList()))).post(ALL);
    }

    /** None is left of those that the tests' organisations have. */
    static void removeAll() {
        for (As owner : List.of(As.OPERATOR_A, As.OPERATOR_B)) {
            owner.asks().get(ALL).jsonPath().<String>getList("items.id")
                    .forEach(id -> owner.asks().delete(ALL + "/" + id).then().statusCode(204));
        }
    }

    static void isProblem(Response answer, int status, String kind) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:" + kind);
    }

    String path() {
        return ALL + "/" + id;
    }

    JsonPath view() {
        return owner.asks().get(path()).then().statusCode(200).extract().jsonPath();
    }

    List<Map<String, Object>> attempts() {
        return owner.asks().get(path() + "/attempts").then().statusCode(200).extract().jsonPath().getList("items");
    }

    Map<String, Object> attempted(int count) {
        Await.until(count + " attempts have ended", () -> attempts().stream().filter(each -> each.containsKey("endedAt")).count() >= count);
        return attempts().get(0);
    }

    void until(String state) {
        Await.until("it is " + state, () -> view().getString("state").equals(state));
    }

    /** As if the wait were over. */
    void due() {
        set("next_attempt_at = now() - interval '1 second'");
    }

    void set(String change) {
        try (Connection database = Rows.asOwner();
                PreparedStatement update = database.prepareStatement("update webhook set " + change + " where id = ?")) {
            update.setObject(1, UUID.fromString(id));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(change, e);
        }
    }
}
