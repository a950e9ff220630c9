package org.tocsin.report.page;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Many things of one kind, one in a row.
 *
 * @param columns only those in which something was said, in the order of the kind's fields
 */
public record FactTable(String caption, List<String> columns, List<List<String>> rows) {

    static FactTable of(String caption, List<? extends Record> things) {
        List<Map<String, String>> said = things.stream().map(FactTable::cells).toList();
        List<String> columns = said.stream().flatMap(each -> each.keySet().stream()).distinct()
                .sorted(Comparator.comparingInt(column -> place(column, things.get(0)))).toList();
        List<List<String>> rows = said.stream()
                .map(each -> columns.stream().map(column -> each.getOrDefault(column, "")).toList())
                .toList();
        return new FactTable(caption, columns, rows);
    }

    private static int place(String column, Record thing) {
        List<String> labels = Stream.of(thing.getClass().getRecordComponents()).map(Label::of).map(Label::text).toList();
        return IntStream.range(0, labels.size())
                .filter(i -> column.equals(labels.get(i)) || column.startsWith(labels.get(i) + ": "))
                .findFirst().orElse(labels.size());
    }

    private static Map<String, String> cells(Record thing) {
        return Facts.of(thing).stream().collect(Collectors.toMap(Fact::label, fact -> String.join(", ", fact.lines()),
                (first, second) -> first + "; " + second, LinkedHashMap::new));
    }

    public boolean empty() {
        return rows.isEmpty();
    }
}
