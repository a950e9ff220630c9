package org.tocsin.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.tocsin.json.Json;
import org.tocsin.report.submission.Limits;

/** What a form of one task does to what was typed before. What the task does not show stays. */
final class Writing {

    private static final String MITIGATIONS = "/mitigations";
    private static final String OBSERVATIONS = "/observations";
    private static final String ASSETS = "/assets";

    private Writing() {
    }

    static void apply(Typed typed, Step step, MultivaluedMap<String, String> form) {
        typed.clear(step.choices());
        if (step == Step.IMPACT) {
            makeRoom(typed, form);
        }
        typed.take(only(step, form));
        switch (step) {
            case ASSETS -> assets(typed, form);
            case OBSERVATIONS -> observations(typed, form);
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
                .filter(field -> field.kind().equals("choice") || field.kind().equals("time"))
                .map(field -> place + "/" + field.name() + (field.kind().equals("time") ? "/doubt" : "")).toList());
        MultivaluedMap<String, String> own = new MultivaluedHashMap<>();
        form.forEach((name, values) -> {
            if (name.startsWith(place + "/") && !name.equals(place + "/type")) {
                own.put(name, values);
            }
        });
        typed.take(own);
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
            typed.add(ASSETS, Named.of(named));
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

    /** For as many rows as the form has. */
    private static void makeRoom(Typed typed, MultivaluedMap<String, String> form) {
        int rows = form.keySet().stream().filter(name -> name.matches("/mitigations/[0-9]{1,3}/.*"))
                .mapToInt(name -> Integer.parseInt(name.split("/")[2]) + 1).max().orElse(0);
        while (typed.count(MITIGATIONS) < Math.min(rows, Limits.MITIGATIONS)) {
            typed.add(MITIGATIONS, Json.MAPPER.createObjectNode());
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
