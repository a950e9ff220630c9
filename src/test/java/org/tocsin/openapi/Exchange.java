package org.tocsin.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One request and what it was answered with.
 *
 * @param path    as it was sent, without query
 * @param sent    the request's body when it is JSON in text, else null
 * @param headers of the answer, by their names in lower case
 * @param body    of the answer when it is text, else null
 */
record Exchange(String method, String path, String sent, int status, Map<String, List<String>> headers, String body) {

    /** @return the first value; null when there is none */
    String header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** Without its parameters; null when there is none. */
    String mediaType() {
        String type = header("content-type");
        return type == null ? null : type.replaceAll("\\s*;.*", "").toLowerCase(Locale.ROOT);
    }

    static boolean isJson(String mediaType) {
        return mediaType != null && (mediaType.equals("application/json") || mediaType.endsWith("+json"));
    }

    @Override
    public String toString() {
        return method + " " + path + " " + status;
    }
}
