package org.tocsin.openapi;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.tocsin.local.As;

/**
 * One call of an operation, ready but for its body: who calls, and what stands in the path, the query and the headers.
 * What these name has been made for this call alone.
 */
final class Call {

    private static final RestAssuredConfig AS_IT_IS = RestAssuredConfig.config().encoderConfig(
            EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    /** @param contentType null when there is none */
    record Answer(int status, String contentType, String body) {
    }

    private final As caller;
    private final Function<byte[], Answer> other;
    private final Map<String, Object> path = new LinkedHashMap<>();
    private final Map<String, Object> query = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Call(As caller, Function<byte[], Answer> other) {
        this.caller = caller;
        this.other = other;
    }

    static Call by(As caller) {
        return new Call(caller, null);
    }

    static Call byAnyone() {
        return new Call(null, null);
    }

    /** For what is not sent as everything else is, such as over TLS with a certificate. */
    static Call sentBy(Function<byte[], Answer> sender) {
        return new Call(null, sender);
    }

    As caller() {
        return caller;
    }

    /** What stands for {@code {name}} in the path. */
    Call at(String name, Object value) {
        path.put(name, value);
        return this;
    }

    Call asking(String parameter, Object value) {
        query.put(parameter, value);
        return this;
    }

    Call with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Answer make(String method, String template) {
        return make(method, template, null, null);
    }

    Answer make(String method, String template, String mediaType, String body) {
        if (other != null) {
            return other.apply(body == null ? null : body.getBytes(StandardCharsets.UTF_8));
        }
        Response answer = send(method, template, mediaType, body);
        return new Answer(answer.statusCode(), answer.contentType(), answer.asString());
    }

    /** By something else than the HTTP client of the tests, which sees no headers. */
    boolean isSentOtherwise() {
        return other != null;
    }

    /** What stands for {@code {name}} in a path. */
    String filled(String template) {
        String filled = template;
        for (Map.Entry<String, Object> part : path.entrySet()) {
            filled = filled.replace("{" + part.getKey() + "}", part.getValue().toString());
        }
        return filled;
    }

    Response send(String method, String template, String mediaType, String body) {
        RequestSpecification request = (caller == null ? given() : caller.asks()).config(AS_IT_IS)
                .headers(headers).queryParams(query);
        if (body != null) {
            request.contentType(mediaType).body(body.getBytes(StandardCharsets.UTF_8));
        }
        // Filled in here, for a tile's address has slashes in its last part, and those must not be escaped.
        return request.request(method, filled(template));
    }
}
