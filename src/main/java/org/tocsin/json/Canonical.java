package org.tocsin.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;

/** Canonical JSON (RFC 8785). */
public final class Canonical {

    private Canonical() {
    }

    public static byte[] bytes(JsonNode tree) {
        try {
            return new JsonCanonicalizer(Json.MAPPER.writeValueAsString(tree)).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
