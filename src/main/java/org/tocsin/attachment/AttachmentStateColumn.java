package org.tocsin.attachment;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a state as its word. */
@Converter(autoApply = true)
public class AttachmentStateColumn implements AttributeConverter<AttachmentState, String> {

    @Override
    public String convertToDatabaseColumn(AttachmentState state) {
        return state == null ? null : state.code();
    }

    @Override
    public AttachmentState convertToEntityAttribute(String code) {
        return code == null ? null : AttachmentState.of(code);
    }
}
