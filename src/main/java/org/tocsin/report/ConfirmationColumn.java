package org.tocsin.report;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a confirmation as its word. */
@Converter(autoApply = true)
public class ConfirmationColumn implements AttributeConverter<Confirmation, String> {

    @Override
    public String convertToDatabaseColumn(Confirmation confirmation) {
        return confirmation == null ? null : confirmation.code();
    }

    @Override
    public Confirmation convertToEntityAttribute(String code) {
        return code == null ? null : Confirmation.of(code).orElseThrow();
    }
}
