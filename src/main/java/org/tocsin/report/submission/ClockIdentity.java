package org.tocsin.report.submission;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.json.Grammar;
import org.tocsin.json.Written;

/** A PTP clock identity, an EUI-64, written as linuxptp does: {@code 001122.fffe.334455}. */
@Schema(type = SchemaType.STRING, maxLength = 23, examples = "001122.fffe.334455",
        description = "PTP clock identity: sixteen hex digits, with or without separators")
@Written(as = ClockIdentity.Notation.class)
public record ClockIdentity(@JsonValue String text) {

    private static final Pattern EUI_64 = Pattern.compile(
            "[0-9a-f]{16}|[0-9a-f]{6}\\.[0-9a-f]{4}\\.[0-9a-f]{6}|[0-9a-f]{2}(:[0-9a-f]{2}){7}|[0-9a-f]{2}(-[0-9a-f]{2}){7}",
            Pattern.CASE_INSENSITIVE);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClockIdentity {
        if (!EUI_64.matcher(text).matches()) {
            throw new IllegalArgumentException("not a clock identity: " + text);
        }
        StringBuilder digits = new StringBuilder(16);
        text.toLowerCase(Locale.ROOT).chars().filter(c -> Character.digit(c, 16) >= 0).forEach(c -> digits.append((char) c));
        text = digits.insert(10, '.').insert(6, '.').toString();
    }

    /** The forms in which tools print an EUI-64. */
    public static final class Notation implements Grammar {

        @Override
        public Optional<String> objection(String text) {
            return EUI_64.matcher(text).matches() ? Optional.empty()
                    : Optional.of("This is not a clock identity; write its eight bytes in hex, e.g. \"001122.fffe.334455\" "
                    + "or \"00:11:22:ff:fe:33:44:55\". A MAC address has six: put ff:fe in its middle.");
        }
    }
}
