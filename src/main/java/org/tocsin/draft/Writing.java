package org.tocsin.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tocsin.json.Json;
import org.tocsin.report.submission.Limits;

/** What a form of one task does to what was typed before. What the task does not show stays. */
final class Writing {

    private static final String MITIGATIONS = "/mitigations";
    private static final String OBSERVATIONS = "/observations";
    private static final String ASSETS = "/assets";
    private static final String INDICATORS = "/indicators";
    private static final Map<String, Integer> ROWS = Map.of(MITIGATIONS, Limits.MITIGATIONS, INDICATORS, Limits.INDICATORS);
    private static final Map<String, Integer> ROWS_OF_OBSERVATIONS = Map.of("satellites", Limits.SATELLITES, "measures", Limits.MEASURES);

    private Writing() {
    }

    static void apply(Typed typed, Step step, MultivaluedMap<String, String> form) {
        typed.clear(step.choices());
        ROWS.forEach((rows, most) -> {
            if (step.has(rows)) {
                makeRoom(typed, rows, most, form);
            }
        });
        MultivaluedMap<String, String> own = only(step, form);
        Zones.remember(typed, own);
        typed.take(own);
        switch (step) {
            case ASSETS -> assets(typed, form);
            case OBSERVATIONS -> observations(typed, form);
            case INDICATORS -> typed.prune(INDICATORS);
            case IMPACT -> typed.prune(MITIGATIONS);
            default -> { }
        }
    }

    static void observation(Typed typed, int row, MultivaluedMap<String, String> form) {
        String place = OBSERVATIONS + "/" + row;
        if (row < 0 || row >= typed.count(OBSERVATIONS)) {
            return;
        }
        typed.clear(ObservationFields.of(typed.text(place + "/type")).stream()
                .filter(field -> List.of("choice", "time", "boxes").contains(field.kind()))
                .map(field -> place + "/" + field.name() + (field.kind().equals("time") ? "/doubt" : "")).toList());
        ROWS_OF_OBSERVATIONS.forEach((rows, most) -> makeRoom(typed, place + "/" + rows, most, form));
        MultivaluedMap<String, String> own = new MultivaluedHashMap<>();
        form.forEach((name, values) -> {
            if (name.startsWith(place + "/") && !name.equals(place + "/type")) {
                own.put(name, values);
            }
        });
        Zones.remember(typed, own);
        typed.take(own);
        ROWS_OF_OBSERVATIONS.keySet().forEach(rows -> typed.prune(place + "/" + rows));
    }

    private static void assets(Typed typed, MultivaluedMap<String, String> form) {
        remove(typed, ASSETS, form);
        if (typed.count(ASSETS) >= Limits.ASSETS) {
            return;
        }
        String chosen = form.getFirst("add");
        String named = form.getFirst("q");
        if (chosen != null && !chosen.isBlank()) {
            typed.add(ASSETS, Json.MAPPER.createObjectNode().put("ref", chosen.strip()));
        } else if (form.containsKey("addTyped") && named != null && !named.isBlank()) {
            typed.add(ASSETS, Named.of(named, form.getFirst("as")));
        }
    }

    private static void observations(Typed typed, MultivaluedMap<String, String> form) {
        remove(typed, OBSERVATIONS, form);
        String kind = form.getFirst("kind");
        if (kind != null && ObservationFields.KINDS.contains(kind) && typed.count(OBSERVATIONS) < Limits.OBSERVATIONS) {
            ObjectNode made = Json.MAPPER.createObjectNode().put("type", kind);
            // Where one asset is named, it is most likely the one.
            if (typed.count(ASSETS) == 1) {
                made.put("asset", List.of("ref", "hostname", "ip", "clockIdentity", "serial").stream()
                        .map(name -> typed.text(ASSETS + "/0/" + name)).filter(text -> !text.isEmpty()).findFirst().orElse(""));
            }
            typed.add(OBSERVATIONS, made);
        }
    }

    private static void remove(Typed typed, String list, MultivaluedMap<String, String> form) {
        String row = form.getFirst("remove");
        if (row != null && row.matches("[0-9]{1,4}")) {
            typed.remove(list, Integer.parseInt(row));
        }
    }

    /** For as many rows as the form has. Boxes and radios of theirs that the form leaves out are not chosen any more. */
    private static void makeRoom(Typed typed, String list, int most, MultivaluedMap<String, String> form) {
        int rows = form.keySet().stream().filter(name -> name.startsWith(list + "/"))
                .map(name -> name.substring(list.length() + 1)).filter(rest -> rest.matches("[0-9]{1,3}/.*"))
                .mapToInt(rest -> Integer.parseInt(rest.substring(0, rest.indexOf('/'))) + 1).max().orElse(0);
        while (typed.count(list) < Math.min(rows, most)) {
            typed.add(list, Json.MAPPER.createObjectNode());
        }
        for (int row = 0; row < Math.min(rows, typed.count(list)); row++) {
            String place = list + "/" + row;
            typed.clear(Stream.of("/progress", "/used", "/at/doubt", "/firstSeen/doubt", "/lastSeen/doubt").map(place::concat).toList());
        }
    }

    private static MultivaluedMap<String, String> only(Step step, MultivaluedMap<String, String> form) {
        MultivaluedMap<String, String> own = new MultivaluedHashMap<>();
        form.forEach((name, values) -> {
            if (step.has(name)) {
                own.put(name, values);
            }
        });
        return own;
    }
}
