package org.tocsin.report.page;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.tocsin.json.Json;

/**
 * Says what a record of the submission says, field by field in the record's order. Labels and units are those of
 * the field's own description, so that a new field is shown from the day on which it is accepted.
 */
public final class Facts {

    private static final Set<String> VERBATIM = Set.of("raw", "before", "after", "value");

    private Facts() {
    }

    /** Everything but lists of records, which are tables of their own. */
    public static List<Fact> of(Record said) {
        return of(said, component -> true);
    }

    /**
     * What stands at its first level.
     *
     * @param without names of components that are shown elsewhere
     */
    static List<Fact> flat(Record said, Set<String> without) {
        return of(said, component -> !without.contains(component.getName()) && !isNested(value(said, component)));
    }

    private static List<Fact> of(Record said, Predicate<RecordComponent> wanted) {
        List<Fact> facts = new ArrayList<>();
        for (RecordComponent component : said.getClass().getRecordComponents()) {
            Object value = value(said, component);
            if (value != null && wanted.test(component)) {
                facts.addAll(of(component, value));
            }
        }
        return facts;
    }

    static Object value(Record said, RecordComponent component) {
        try {
            return component.getAccessor().invoke(said);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A record does not tell " + component, e);
        }
    }

    private static List<Fact> of(RecordComponent component, Object value) {
        Label label = Label.of(component);
        if (value instanceof List<?> list) {
            List<String> lines = list.stream().filter(each -> !isNested(each)).map(each -> Spoken.of(each, label.unit())).toList();
            return lines.isEmpty() ? List.of() : List.of(new Fact(label.text(), lines, false));
        }
        if (!isNested(value)) {
            return List.of(new Fact(label.text(), List.of(Spoken.of(value, label.unit())), VERBATIM.contains(component.getName())));
        }
        List<Fact> inner = of((Record) value);
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class) ? inner
                : inner.stream().map(fact -> fact.under(label.text())).toList();
    }

    /** A record that is written as one word or number is no nest. */
    static boolean isNested(Object value) {
        if (!(value instanceof Record)) {
            return false;
        }
        JsonNode written = Json.MAPPER.valueToTree(value);
        return written.isObject();
    }
}
