package org.tocsin.asset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tocsin.json.Json;
import org.tocsin.problem.Fault;
import org.tocsin.web.ProblemWords;
import org.tocsin.web.Speech;

/**
 * An inventory entry as a form has it: texts by the names of their fields. It becomes the JSON that the API takes and is
 * checked as such; what is wrong then comes back to its field.
 */
@TemplateData
public final class AssetForm {

    private static final List<String> TEXTS = List.of("ref", "name", "kind", "sector", "site", "ownerContact", "timeScale",
            "riskAssessedAt", "riskReviewDueAt", "notes");
    private static final List<String> KEPT = List.of("managed", "osUpToDate", "strongSignIn", "screenLock", "encrypted");
    private static final List<String> FIRST = List.of("/ref", "/name", "/kind", "/criticality");
    private static final int SPARE_ROWS = 2;
    private static final int MOST_ROWS = 200;

    /** One of a list's, by what its fields' names begin with. */
    public record Row(String id, int number) {

        public String at(String column) {
            return id + "-" + column;
        }
    }

    private final Map<String, String> fields;
    private final List<Fault> faults;
    private final int identifiers;
    private final int edges;

    private AssetForm(Map<String, String> fields, List<Fault> faults, int identifiers, int edges) {
        this.fields = fields;
        this.faults = faults;
        this.identifiers = identifiers;
        this.edges = edges;
    }

    static AssetForm empty() {
        return new AssetForm(Map.of(), List.of(), SPARE_ROWS, SPARE_ROWS);
    }

    static AssetForm of(AssetDocument asset) {
        JsonNode entry = Json.MAPPER.valueToTree(asset);
        Map<String, String> fields = new LinkedHashMap<>();
        TEXTS.forEach(name -> fields.put(name, entry.path(name).asText("")));
        fields.put("criticality", entry.path("criticality").asText(""));
        for (int i = 0; i < asset.identifiers().size(); i++) {
            fields.put("identifiers-" + i + "-kind", Json.word(asset.identifiers().get(i).kind()));
            fields.put("identifiers-" + i + "-value", asset.identifiers().get(i).value());
        }
        for (int i = 0; i < asset.edges().size(); i++) {
            JsonNode to = entry.path("edges").path(i).path("to");
            fields.put("edges-" + i + "-type", asset.edges().get(i).type().word());
            fields.put("edges-" + i + "-by", Stream.of("ref", "hostname", "ip", "clockIdentity", "serial").filter(to::has).findFirst().orElse("ref"));
            fields.put("edges-" + i + "-to", AssetWords.says(asset.edges().get(i).to()));
        }
        StringBuilder attributes = new StringBuilder();
        asset.attributes().forEach((name, value) -> attributes.append(name).append(" = ").append(value.text()).append('\n'));
        fields.put("attributes", attributes.toString());
        KEPT.forEach(name -> fields.put("posture-" + name, entry.path("posture").path(name).asText("")));
        fields.put("posture-lastPatchedAt", entry.path("posture").path("lastPatchedAt").asText(""));
        return new AssetForm(fields, List.of(), asset.identifiers().size() + SPARE_ROWS, asset.edges().size() + SPARE_ROWS);
    }

    /** As it was sent; rows that were left empty are closed up, so that a row's number is its place in the JSON. */
    static AssetForm read(MultivaluedMap<String, String> sent) {
        Map<String, String> fields = new LinkedHashMap<>();
        sent.forEach((name, values) -> fields.put(name, values.get(0).replace("\r\n", "\n").strip()));
        int identifiers = closeUp(fields, "identifiers", "value", List.of("kind", "value"));
        int edges = closeUp(fields, "edges", "to", List.of("type", "by", "to"));
        return new AssetForm(fields, List.of(), identifiers + SPARE_ROWS, edges + SPARE_ROWS);
    }

    private static int closeUp(Map<String, String> fields, String list, String needed, List<String> columns) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < MOST_ROWS + SPARE_ROWS; i++) {
            Map<String, String> row = new LinkedHashMap<>();
            for (String column : columns) {
                String value = fields.remove(list + "-" + i + "-" + column);
                row.put(column, value == null ? "" : value);
            }
            if (!row.get(needed).isEmpty()) {
                rows.add(row);
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            String prefix = list + "-" + i + "-";
            rows.get(i).forEach((column, value) -> fields.put(prefix + column, value));
        }
        return rows.size();
    }

    AssetForm with(List<Fault> faults) {
        return new AssetForm(fields, faults, identifiers, edges);
    }

    /** What a form must say that an address says to the API. */
    List<Fault> missing() {
        return text("ref").isEmpty() ? List.of(new Fault("/ref", "required", "The ref is missing.")) : List.of();
    }

    /** The document that the API would have been sent. */
    byte[] json() {
        ObjectNode entry = Json.MAPPER.createObjectNode();
        TEXTS.stream().filter(name -> !text(name).isEmpty()).forEach(name -> entry.put(name, text(name)));
        if (text("criticality").matches("\\d{1,3}")) {
            entry.put("criticality", Integer.parseInt(text("criticality")));
        } else if (!text("criticality").isEmpty()) {
            entry.put("criticality", text("criticality"));
        }
        for (int i = 0; i < identifiers - SPARE_ROWS; i++) {
            entry.withArray("identifiers").addObject()
                    .put("kind", text("identifiers-" + i + "-kind"))
                    .put("value", text("identifiers-" + i + "-value"));
        }
        for (int i = 0; i < edges - SPARE_ROWS; i++) {
            ObjectNode edge = entry.withArray("edges").addObject().put("type", text("edges-" + i + "-type"));
            target(edge.putObject("to"), text("edges-" + i + "-by"), text("edges-" + i + "-to"));
        }
        text("attributes").lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] pair = line.split("=", 2);
            entry.withObject("/attributes").put(pair[0].strip(), pair.length == 1 ? "" : pair[1].strip());
        });
        KEPT.stream().filter(name -> !text("posture-" + name).isEmpty())
                .forEach(name -> entry.withObject("/posture").put(name, Boolean.parseBoolean(text("posture-" + name))));
        if (!text("posture-lastPatchedAt").isEmpty()) {
            entry.withObject("/posture").put("lastPatchedAt", text("posture-lastPatchedAt"));
        }
        return entry.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void target(ObjectNode to, String by, String value) {
        int slash = value.indexOf('/');
        if (by.equals("ref") && slash > 0) {
            to.put("organisation", value.substring(0, slash)).put("ref", value.substring(slash + 1));
        } else {
            to.put(by.isEmpty() ? "ref" : by, value);
        }
    }

    public String text(String field) {
        return fields.getOrDefault(field, "");
    }

    public boolean says(String field, String word) {
        return text(field).equals(word);
    }

    /** Whether an entry of this kind would have a posture, or the form has one all the same. */
    public boolean isStaffDevice() {
        return Stream.of(AssetKind.values()).anyMatch(kind -> kind.isStaffDevice() && kind.word().equals(text("kind")))
                || fields.entrySet().stream().anyMatch(field -> field.getKey().startsWith("posture-") && !field.getValue().isEmpty());
    }

    public List<Row> identifierRows() {
        return rows("identifiers", identifiers);
    }

    public List<Row> edgeRows() {
        return rows("edges", edges);
    }

    private static List<Row> rows(String list, int count) {
        return IntStream.range(0, count).mapToObj(i -> new Row(list + "-" + i, i + 1)).toList();
    }

    public List<Fault> faults() {
        return faults;
    }

    /** What is wrong in one field, in sentences. */
    public List<String> errors(String field) {
        return faults.stream().filter(fault -> field(fault).equals(field)).map(this::words).toList();
    }

    /** What is said to programs of a field that is missing is no help on a form. */
    public String words(Fault fault) {
        String key = "missing_" + fault.pointer().replace("/", "");
        return fault.code().equals("required") && FIRST.contains(fault.pointer()) ? Speech.of(key) : ProblemWords.of(fault);
    }

    /** The field to which a fault's place belongs. */
    public String field(Fault fault) {
        String[] steps = fault.pointer().split("/");
        if (steps.length < 2) {
            return text("ref").isEmpty() ? "ref" : "name";
        }
        return switch (steps[1]) {
            case "identifiers" -> steps.length < 3 ? "identifiers-0" : "identifiers-" + steps[2];
            case "edges" -> steps.length < 3 ? "edges-0" : "edges-" + steps[2];
            case "posture" -> steps.length < 3 ? "posture-managed" : "posture-" + steps[2];
            default -> steps[1];
        };
    }
}
