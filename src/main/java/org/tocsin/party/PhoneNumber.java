package org.tocsin.party;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A number with its country. */
@Schema(name = "ContactPhoneNumber", type = SchemaType.STRING, maxLength = 40, pattern = "^\\+[0-9][0-9 ()./-]{4,38}$",
        description = "a number that begins with + and the country", examples = "+49 30 901820")
public record PhoneNumber(@JsonValue String text) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PhoneNumber {
    }
}
