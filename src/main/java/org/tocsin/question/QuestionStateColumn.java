package org.tocsin.question;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a state as its word. */
@Converter(autoApply = true)
public class QuestionStateColumn implements AttributeConverter<QuestionState, String> {

    @Override
    public String convertToDatabaseColumn(QuestionState state) {
        return state == null ? null : state.code();
    }

    @Override
    public QuestionState convertToEntityAttribute(String code) {
        return code == null ? null : QuestionState.of(code).orElseThrow();
    }
}
