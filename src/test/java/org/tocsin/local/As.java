package org.tocsin.local;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The demo's people and sensors, as a test speaks for them: {@code As.OPERATOR_A.asks().get(…)}. */
public enum As {
    OPERATOR_A("operator-a", false),
    OPERATOR_B("operator-b", false),
    SENSOR_A("sensor-a", true),
    SENSOR_B("sensor-b", true),
    LIAISON_1("liaison-1", false),
    LIAISON_2("liaison-2", false),
    AUDITOR("auditor", false),
    ADMIN("admin", false);

    /** Well within what the realm gives a token. */
    private static final Duration KEPT = Duration.ofMinutes(3);
    private static final Map<As, Held> TOKENS = new ConcurrentHashMap<>();

    private record Held(String token, Instant until) {
    }

    /** A person's user name, or a machine's client id. */
    public final String user;
    private final boolean machine;

    As(String user, boolean machine) {
        this.user = user;
        this.machine = machine;
    }

    public String token() {
        return TOKENS.compute(this, (who, held) -> held != null && Instant.now().isBefore(held.until) ? held
                : new Held(fetched(), Instant.now().plus(KEPT))).token;
    }

    private String fetched() {
        return machine ? TestStack.tokens().ofClient(user) : TestStack.tokens().ofPerson(user);
    }

    public RequestSpecification asks() {
        return given().auth().oauth2(token());
    }

    public RequestSpecification sends(String json) {
        return asks().contentType(ContentType.JSON).body(json);
    }

    public RequestSpecification sends(JsonNode json) {
        return sends(json.toString());
    }
}
