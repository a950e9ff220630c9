package org.tocsin.report.submission;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One short text within a list. */
@Schema(type = SchemaType.STRING, minLength = 1, maxLength = 300, description = "A short text")
public record Line(@JsonValue String text) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Line {
    }
}
