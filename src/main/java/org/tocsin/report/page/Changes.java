package org.tocsin.report.page;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.report.submission.AssetRef;
import org.tocsin.report.submission.Observation;
import org.tocsin.report.submission.Submission;
import org.tocsin.web.Speech;

/** Says in words what one submission says differently from another, field by field. */
public final class Changes {

    private final List<Change> found = new ArrayList<>();

    private Changes() {
    }

    /** Nothing if and only if both say the same. */
    public static List<Change> between(Submission before, Submission after) {
        Changes changes = new Changes();
        changes.records("", before, after);
        return List.copyOf(changes.found);
    }

    private void records(String within, Record before, Record after) {
        for (RecordComponent component : before.getClass().getRecordComponents()) {
            Label label = Label.of(component);
            String name = within.isEmpty() ? label.text() : new Fact(label.text(), List.of(), false).under(within).label();
            values(name, label.unit(), Facts.value(before, component), Facts.value(after, component));
        }
    }

    private void values(String name, String unit, Object before, Object after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before instanceof List<?> || after instanceof List<?>) {
            lists(name, unit, before == null ? List.of() : (List<?>) before, after == null ? List.of() : (List<?>) after);
        } else if (before != null && after != null && Facts.isNested(before) && before.getClass() == after.getClass()) {
            records(name, (Record) before, (Record) after);
        } else {
            found.add(Change.of(name, said(before, unit), said(after, unit)));
        }
    }

    /** Entries that are the same on both sides are left out; of the rest, those of one name belong together. */
    private void lists(String name, String unit, List<?> before, List<?> after) {
        Map<String, Object> gone = named(without(before, after), before);
        Map<String, Object> come = named(without(after, before), after);
        if (gone.isEmpty() && come.isEmpty()) {
            found.add(Change.order(name));
        }
        gone.forEach((key, each) -> {
            Object counterpart = come.remove(key);
            values(name + ", " + key, unit, each, counterpart);
        });
        come.forEach((key, each) -> values(name + ", " + key, unit, null, each));
    }

    /** Each entry of the other takes away one that is equal to it. */
    private static List<Object> without(List<?> list, List<?> other) {
        List<Object> rest = new ArrayList<>(list);
        other.forEach(rest::remove);
        return rest;
    }

    /** By what people call them: an asset by its name, an observation by its kind and place, the rest by its place. */
    private static Map<String, Object> named(List<Object> entries, List<?> all) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (Object entry : entries) {
            String name = name(entry, all.indexOf(entry) + 1);
            for (int again = 2; named.containsKey(name); again++) {
                name = name(entry, all.indexOf(entry) + 1) + " (" + again + ")";
            }
            named.put(name, entry);
        }
        return named;
    }

    private static String name(Object entry, int place) {
        if (entry instanceof AssetRef asset) {
            return Stream.of(asset.ref(), asset.hostname(), asset.ip() == null ? null : asset.ip().text(),
                            asset.clockIdentity() == null ? null : asset.clockIdentity().text(), asset.serial())
                    .filter(Objects::nonNull).findFirst().orElse(Speech.of("change_number", place));
        }
        if (entry instanceof Observation observation) {
            return Speech.of("change_number", place) + " (" + Observed.of(observation).heading() + ")";
        }
        return entry instanceof Record && Facts.isNested(entry) ? Speech.of("change_number", place) : Spoken.of(entry, "");
    }

    private static String said(Object value, String unit) {
        if (value == null) {
            return null;
        }
        return Facts.isNested(value)
                ? Facts.of((Record) value).stream().map(fact -> fact.label() + ": " + String.join(", ", fact.lines())).collect(Collectors.joining("; "))
                : Spoken.of(value, unit);
    }
}
