package org.tocsin.report.submission;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sector of the economy, as the inventory names it. */
@Schema(type = SchemaType.STRING, maxLength = 40, pattern = "^[a-z][a-z0-9-]*$",
        examples = "energy", description = "a sector in lower case, e.g. energy, finance, telecoms, transport")
public record Sector(@JsonValue String name) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Sector {
    }
}
