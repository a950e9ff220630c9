package org.tocsin.party;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A way that leads neither through the organisation's own mail nor its own phones. */
@Schema(type = SchemaType.STRING, minLength = 1, maxLength = 300,
        description = "whom, and how: a private phone, a satellite phone, a messenger, a colleague elsewhere",
        examples = "M. Ortiz, head of SOC, satellite phone +881 6 1234 5678")
public record OtherWay(@JsonValue String text) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OtherWay {
    }
}
