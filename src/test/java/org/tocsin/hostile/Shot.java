package org.tocsin.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * One hostile request.
 *
 * @param operation  what it was made from
 * @param bytes      as they go over the wire
 * @param marker     what must not come back
 * @param spoiled    what was changed
 */
record Shot(ApiOperation operation, String method, byte[] bytes, String marker, Set<Part> spoiled) {

    enum Part {
        METHOD, PATH, QUERY, HEADERS, BODY, CALLER,
        /** The bytes themselves may be no HTTP: a bare refusal by the decoder is right. */
        WIRE
    }

    @Override
    public String toString() {
        String text = new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("(?i)(Authorization: Bearer ey[^.]{5})[^\r]*", "$1…");
        return operation + " " + spoiled + "\n" + (text.length() > 1500 ? text.substring(0, 1500) + "… (" + text.length() + " bytes)" : text);
    }
}
