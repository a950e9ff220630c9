package org.tocsin.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A type of change that is wanted, or all of one kind. */
@Schema(type = SchemaType.STRING, maxLength = 60, pattern = "^[a-z]+\\.(\\*|[a-z]+(-[a-z]+)*)$",
        description = "a type as changes have it, such as report.acknowledged, or all of a kind: report.*", examples = "report.*")
record EventType(@JsonValue String text) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    EventType {
    }

    boolean takes(String type) {
        return text.endsWith("*") ? type.startsWith(text.substring(0, text.length() - 1)) : type.equals(text);
    }
}
