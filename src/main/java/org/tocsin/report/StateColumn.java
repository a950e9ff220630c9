package org.tocsin.report;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a state as its word. */
@Converter(autoApply = true)
public class StateColumn implements AttributeConverter<State, String> {

    @Override
    public String convertToDatabaseColumn(State state) {
        return state == null ? null : state.code();
    }

    @Override
    public State convertToEntityAttribute(String code) {
        return code == null ? null : State.of(code);
    }
}
