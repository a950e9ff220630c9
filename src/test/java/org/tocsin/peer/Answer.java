package org.tocsin.peer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import org.tocsin.json.Json;

/** What came back, as far as tests look at it. */
public record Answer(int status, String type, String location, byte[] body) {

    static Answer of(HttpResponse<byte[]> response) {
        return new Answer(response.statusCode(), response.headers().firstValue("Content-Type").orElse(""),
                response.headers().firstValue("Location").orElse(""), response.body());
    }

    public JsonNode json() {
        try {
            return Json.MAPPER.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Status and kind of a refusal: {@code 422 digest-mismatch}. */
    public String refusal() {
        String kind = json().path("type").asText("no problem document: " + this).replace("urn:tocsin:problem:", "");
        return status + " " + kind;
    }

    @Override
    public String toString() {
        return status + " " + type + " " + new String(body, java.nio.charset.StandardCharsets.UTF_8);
    }
}
