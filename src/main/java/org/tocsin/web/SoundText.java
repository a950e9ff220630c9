package org.tocsin.web;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.tocsin.problem.Problem;

/**
 * Refuses texts in parameters and form fields that no column of PostgreSQL can hold: with U+0000, or with half of a
 * surrogate pair. JSON is checked where it is read.
 */
@Provider
public class SoundText implements ParamConverterProvider {

    private static final ParamConverter<String> CHECKED = new ParamConverter<>() {

        @Override
        public String fromString(String value) {
            return checked(value);
        }

        @Override
        public String toString(String value) {
            return value;
        }
    };

    @Override
    @SuppressWarnings("unchecked") // T is String then
    public <T> ParamConverter<T> getConverter(Class<T> rawType, Type genericType, Annotation[] annotations) {
        return rawType.equals(String.class) ? (ParamConverter<T>) CHECKED : null;
    }

    /** @throws Problem 400 when it cannot be stored */
    static String checked(String value) {
        if (value != null && !isSound(value)) {
            throw unusable();
        }
        return value;
    }

    static boolean isSound(String value) {
        return value.indexOf('\0') < 0
                && value.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    static Problem unusable() {
        return RequestHead.malformed("A value contains U+0000, or half of a character. Leave it out.");
    }
}
