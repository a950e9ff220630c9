package org.tocsin.report.submission;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.json.Grammar;
import org.tocsin.json.Nearest;
import org.tocsin.json.Written;

/** A class of the {@link Rsit} taxonomy, or one of its types: {@code availability}, {@code availability/dos}. */
@Schema(type = SchemaType.STRING, maxLength = 80, examples = "availability/sabotage", description = "RSIT class "
        + "or class/type")
@Written(as = Category.Codes.class)
public record Category(@JsonValue String code) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Category {
        if (!Rsit.CODES.contains(code)) {
            throw new IllegalArgumentException("not an RSIT code: " + code);
        }
    }

    /** Every one there is, each class before its types. */
    public static List<String> codes() {
        return Rsit.CODES;
    }

    /** The codes of the taxonomy; a class that is right brings up its types. */
    public static final class Codes implements Grammar {

        @Override
        public Optional<String> objection(String code) {
            if (Rsit.CODES.contains(code)) {
                return Optional.empty();
            }
            String group = code.substring(0, Math.max(0, code.indexOf('/')));
            List<String> ofClass = Rsit.CODES.stream().filter(known -> known.startsWith(group + "/")).toList();
            return Optional.of("This is not a class or type of RSIT."
                    + Nearest.to(code, Rsit.CODES).map(near -> " Did you mean \"" + near + "\"?").orElse("")
                    + (ofClass.isEmpty() ? " The classes are " + String.join(", ", classes())
                    : " Of this class there are " + String.join(", ", ofClass)) + ".");
        }

        private static List<String> classes() {
            return Rsit.CODES.stream().filter(known -> known.indexOf('/') < 0).toList();
        }
    }
}
