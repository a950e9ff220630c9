package org.tocsin.whole;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the tests ask one instance, as one caller. */
record Api(String address, Supplier<String> tokens) {

    JsonPath get(String path) {
        return given().baseUri(address).auth().oauth2(tokens.get()).get(path).then().statusCode(200).extract().jsonPath();
    }

    ValidatableResponse post(String path, Object body) {
        return given().baseUri(address).auth().oauth2(tokens.get()).contentType(ContentType.JSON).body(body).post(path).then();
    }

    /** @return the new report's id */
    String file(String title) {
        return post("/api/v1/reports", Map.of("title", title, "awareAt", "2026-11-23T03:12:00Z",
                "suspectedMalicious", "yes", "crossBorder", "unknown",
                "assets", List.of(Map.of("hostname", "ntp1.time.example"))))
                .statusCode(201).extract().jsonPath().getString("id");
    }

    void claimAndRelease(String report) {
        int version = post("/api/v1/triage/" + report + "/claim", Map.of("version", 1))
                .statusCode(200).extract().jsonPath().getInt("version");
        post("/api/v1/triage/" + report + "/release", Map.of("version", version)).statusCode(200);
    }

    JsonPath delivery(String report) {
        return get("/api/v1/reports/" + report + "/deliveries");
    }
}
