package org.tocsin.report.page;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tocsin.json.Json;
import org.tocsin.report.submission.Observation;
import org.tocsin.web.Say;

/**
 * An observation as it is shown.
 *
 * @param heading what was observed, and on what
 * @param tables  what it holds many of, such as satellites
 */
public record Observed(String heading, List<Fact> facts, List<FactTable> tables) {

    static Observed of(Observation observation) {
        Record said = (Record) observation;
        return new Observed(heading(observation), Facts.of(said), tables(said));
    }

    private static String heading(Observation observation) {
        String kind = Say.kind(Json.MAPPER.valueToTree(observation).path("type").asText());
        String asset = observation.seen() == null ? null : observation.seen().asset();
        return asset == null ? kind : kind + ": " + asset;
    }

    private static List<FactTable> tables(Record said) {
        List<FactTable> tables = new ArrayList<>();
        for (RecordComponent component : said.getClass().getRecordComponents()) {
            if (Facts.value(said, component) instanceof List<?> list) {
                List<Record> nested = list.stream().filter(Objects::nonNull).filter(Facts::isNested).map(Record.class::cast).toList();
                if (!nested.isEmpty()) {
                    tables.add(FactTable.of(Label.of(component).text(), nested));
                }
            }
        }
        return tables;
    }
}
