package org.tocsin.report.submission;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.json.Grammar;
import org.tocsin.json.Written;

/** A {@link TimeThreat} by its code, or a technique of MITRE ATT&CK by its id. */
@Schema(type = SchemaType.STRING, maxLength = 20, examples = {"rfc7384:3.2.10", "T1078", "T1636.004"},
        description = "rfc7384:3.2.1 to rfc7384:3.2.12, or an ATT&CK technique id")
@Written(as = Threat.Codes.class)
public record Threat(@JsonValue String code) {

    private static final Set<String> TIME_THREATS =
            Stream.of(TimeThreat.values()).map(TimeThreat::code).collect(Collectors.toUnmodifiableSet());
    private static final Pattern TECHNIQUE = Pattern.compile("T1[0-9]{3}(\\.[0-9]{3})?");

    /** Ids that ATT&CK has withdrawn, and that reports about phones still carry. */
    private static final Map<String, String> REVOKED = Map.of("T1454", "Malicious SMS Message");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Threat {
        if (!known(code)) {
            throw new IllegalArgumentException("not a threat code: " + code);
        }
    }

    private static boolean known(String code) {
        return TIME_THREATS.contains(code) || TECHNIQUE.matcher(code).matches() && !REVOKED.containsKey(code);
    }

    /** Says why a code is not taken: misspelt, out of range, or revoked. */
    public static final class Codes implements Grammar {

        @Override
        public Optional<String> objection(String code) {
            if (known(code)) {
                return Optional.empty();
            }
            if (REVOKED.containsKey(code)) {
                return Optional.of("ATT&CK has revoked " + code + " (" + REVOKED.get(code)
                        + "); use the technique that has taken its place.");
            }
            String upper = code.toUpperCase(Locale.ROOT);
            String lower = code.toLowerCase(Locale.ROOT);
            String meant = known(upper) ? upper : known(lower) ? lower : known("rfc7384:" + code) ? "rfc7384:" + code : null;
            return Optional.of("This is not a known threat code." + (meant == null ? "" : " Did you mean \"" + meant + "\"?")
                    + " Use rfc7384:3.2.1 to rfc7384:3.2.12, or an ATT&CK technique such as T1078 or T1636.004.");
        }
    }
}
