package org.tocsin.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a record class into its shape. A record component's annotations land on its accessor, for {@code @Schema} is not
 * allowed on components themselves; that is where they are read.
 */
final class ShapeCompiler {

    static Shape compile(Class<?> type) {
        return of(type, type);
    }

    private static Shape of(Type type, AnnotatedElement annotated) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            Type element = list.getActualTypeArguments()[0];
            return new ListShape(of(element, (Class<?>) element), Constraints.of(annotated));
        }
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            Type value = map.getActualTypeArguments()[1];
            return new MapShape(of(value, (Class<?>) value), Constraints.of(annotated));
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalArgumentException("no shape for " + type);
        }
        if (plain == String.class) {
            return new TextShape(Constraints.of(annotated));
        }
        if (plain == Boolean.class) {
            return new FlagShape();
        }
        if (plain == Integer.class || plain == Long.class) {
            return new IntegerShape(Constraints.of(annotated), plain == Integer.class);
        }
        if (plain == Instant.class) {
            return new InstantShape();
        }
        if (plain == LocalDate.class) {
            return new DayShape();
        }
        if (plain == Decimal.class) {
            return new DecimalShape(Constraints.of(annotated));
        }
        if (plain == JsonNode.class) {
            return annotated.isAnnotationPresent(AnyValue.class) ? new ValueShape() : new AnyShape();
        }
        if (plain.isEnum()) {
            return new WordShape(plain);
        }
        if (plain.isSealed() && plain.isInterface()) {
            return choice(plain);
        }
        if (plain.isRecord()) {
            return isValueType(plain) ? value(plain) : new ObjectShape(fields(plain), Constraints.of(plain).minProperties());
        }
        throw new IllegalArgumentException("no shape for " + plain);
    }

    /** A record around one string, written as that string: its constraints stand on the class. */
    private static Shape value(Class<?> type) {
        TextShape text = new TextShape(Constraints.of(type));
        Written written = type.getAnnotation(Written.class);
        return written == null ? text : new GrammarShape(text, instance(written.as()));
    }

    private static boolean isValueType(Class<?> type) {
        return type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getAccessor().isAnnotationPresent(JsonValue.class);
    }

    private static Shape choice(Class<?> type) {
        String discriminator = type.getAnnotation(JsonTypeInfo.class).property();
        Map<String, Shape> variants = new LinkedHashMap<>();
        for (JsonSubTypes.Type variant : type.getAnnotation(JsonSubTypes.class).value()) {
            Map<String, ObjectShape.Field> fields = new LinkedHashMap<>();
            fields.put(discriminator, new ObjectShape.Field(new TextShape(Constraints.NONE), Constraints.NONE));
            fields.putAll(fields(variant.value()));
            variants.put(variant.name(), new ObjectShape(fields, 0));
        }
        if (variants.size() != type.getPermittedSubclasses().length) {
            throw new IllegalArgumentException(type + " does not name each of its variants");
        }
        return new ChoiceShape(discriminator, variants);
    }

    private static Map<String, ObjectShape.Field> fields(Class<?> type) {
        Map<String, ObjectShape.Field> fields = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            AnnotatedElement annotated = component.getAccessor();
            if (annotated.isAnnotationPresent(JsonUnwrapped.class)) {
                fields.putAll(fields(component.getType()));
            } else {
                fields.put(name(component), new ObjectShape.Field(
                        of(component.getGenericType(), annotated), Constraints.of(annotated)));
            }
        }
        return fields;
    }

    private static String name(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
    }

    private static Grammar instance(Class<? extends Grammar> grammar) {
        try {
            return grammar.getDeclaredConstructor().newInstance();
        } catch (InstantiationException | IllegalAccessException | NoSuchMethodException
                 | InvocationTargetException unusable) {
            throw new IllegalArgumentException(grammar + " needs a plain constructor", unusable);
        }
    }

    private ShapeCompiler() {
    }
}
