package org.tocsin.behalf;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.json.Grammar;
import org.tocsin.json.Written;

/** A telephone number in its one international text (ITU-T E.164), however it was grouped. */
@Schema(type = SchemaType.STRING, maxLength = 40, examples = "+49 30 5550100",
        description = "International telephone number (E.164), from + and country code on; kept without spaces")
@Written(as = PhoneNumber.Notation.class)
public record PhoneNumber(@JsonValue String text) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    /** No letters: the library would take them for keys, and extensions would get lost. */
    private static final Pattern DIGITS = Pattern.compile("\\+[0-9][0-9 ()./-]*");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PhoneNumber {
        text = NUMBERS.format(read(text).orElseThrow(IllegalArgumentException::new), PhoneNumberUtil.PhoneNumberFormat.E164);
    }

    private static Optional<Phonenumber.PhoneNumber> read(String text) {
        if (!DIGITS.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(NUMBERS.parse(text, null)).filter(NUMBERS::isPossibleNumber);
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }

    /** A number that could be one by its country code and length; that someone answers at it, the call back shows. */
    public static final class Notation implements Grammar {

        @Override
        public Optional<String> objection(String text) {
            return read(text).isPresent() ? Optional.empty()
                    : Optional.of("This is not an international telephone number; write it with + and country code, "
                    + "without extension, e.g. \"+49 30 5550100\".");
        }
    }
}
