package org.tocsin.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * An answer as it came over the wire.
 *
 * @param headers by their names in lower case
 */
public record RawAnswer(int status, Map<String, List<String>> headers, byte[] body) {

    /** @return null when there is none */
    public String header(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : String.join(", ", values);
    }

    /** Without its parameters; empty when there is none. */
    public String mediaType() {
        String type = header("content-type");
        return type == null ? "" : type.split(";")[0].strip().toLowerCase(java.util.Locale.ROOT);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    boolean closes() {
        return "close".equalsIgnoreCase(header("connection"));
    }

    @Override
    public String toString() {
        return status + " " + headers + " " + (body.length > 600 ? text().substring(0, 300) + "…" : text());
    }
}
