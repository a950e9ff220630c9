package org.tocsin.draft;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tocsin.web.Say;

/**
 * Where on a draft's pages something that is wrong or missing is mended.
 *
 * @param row   of an observation, which has a page of its own; -1 elsewhere
 * @param field the id of the input there
 */
record Mending(Step step, int row, String field) {

    private static final String ANY = "#";

    /** The input that a group or a row begins with, by the name of the group; rows by {@code list/#}. */
    private static final Map<String, String> FIRST = Map.ofEntries(
            Map.entry("impact", "description"), Map.entry("contact", "name"), Map.entry("occurred", "from"), Map.entry("observedAt", "from"),
            Map.entry("holdover", "state"), Map.entry("grandmasterBefore", "clockIdentity"), Map.entry("grandmasterAfter", "clockIdentity"),
            Map.entry("mitigations", "0"), Map.entry("mitigations/" + ANY, "description"),
            Map.entry("indicators", "0"), Map.entry("indicators/" + ANY, "type"),
            Map.entry("satellites", "0"), Map.entry("satellites/" + ANY, "constellation"),
            Map.entry("measures", "0"), Map.entry("measures/" + ANY, "name"),
            Map.entry("observations/" + ANY, "asset"));

    /** Beside their boxes other words can be written: only those can be wrong. */
    private static final Set<String> WITH_OTHERS = Set.of("threats", "sectors");

    /** @param pointer of the fault: into the submission, so that it may lead further than there are inputs */
    static Mending of(String pointer) {
        Step step = Step.mending(pointer);
        if (!step.has(pointer)) {
            return new Mending(step, -1, Form.at("/title"));
        }
        String[] names = pointer.substring(1).split("/");
        int row = step == Step.OBSERVATIONS && names.length > 1 ? Integer.parseInt(names[1]) : -1;
        return new Mending(step, row, field(names));
    }

    private static String field(String[] names) {
        StringBuilder place = new StringBuilder();
        String above = "";
        for (int i = 0; i < names.length; i++) {
            place.append('/').append(names[i]);
            boolean entry = isNumber(names[i]);
            if (above.equals("assets") && entry) {
                return Form.at(place.toString());
            }
            if (Leaf.of(names[i]) == Leaf.LINES) {
                // One input has the whole list.
                return Form.at(place.toString()) + (i + 1 < names.length && WITH_OTHERS.contains(names[i]) ? "-others" : "");
            }
            above = entry ? above + "/" + ANY : names[i];
        }
        if (above.equals("type") && names[0].equals("observations")) {
            return Form.at("/observations/" + names[1] + "/asset");
        }
        return Form.at(place + first(above));
    }

    private static String first(String group) {
        String first = FIRST.get(group);
        return first == null ? "" : "/" + first + first(isNumber(first) ? group + "/" + ANY : first);
    }

    private static boolean isNumber(String name) {
        return name.matches("[0-9]{1,4}");
    }

    /** What the field is called; empty where the page as a whole is meant. */
    String label() {
        String label = Say.place(field.replaceAll("^f|-others$", "").replace('-', '/'));
        return label.contains("/") || step == Step.ASSETS ? "" : label;
    }

    String href(UUID draft) {
        return "/drafts/" + draft + "/" + step.code() + (row < 0 ? "" : "/" + row) + "#" + field;
    }
}
