package org.tocsin.draft;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * A form that came without a session.
 *
 * @param action where it was sent to: a path of ours, with its query
 * @param body   as it was sent, application/x-www-form-urlencoded
 */
public record ParkedForm(String action, String body) {

    /** A field with what was typed, as the page that offers it again shows it. */
    public record Field(String name, String value) {
    }

    List<Field> fields() {
        return Stream.of(body.split("&")).filter(pair -> !pair.isEmpty()).map(ParkedForm::field).toList();
    }

    private static Field field(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? new Field(decoded(pair), "") : new Field(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItStands) {
            return part;
        }
    }
}
