package org.tocsin.asset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an attribute says. */
@Schema(name = "AssetAttribute", type = SchemaType.STRING, maxLength = 500, description = "A short text")
public record AttributeText(@JsonValue String text) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AttributeText {
    }
}
