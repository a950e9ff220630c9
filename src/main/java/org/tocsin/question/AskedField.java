package org.tocsin.question;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Map;
import org.tocsin.json.Input;
import org.tocsin.json.Instants;
import org.tocsin.report.page.CodeWords;
import org.tocsin.report.submission.SubmissionReader;
import org.tocsin.web.Moments;
import org.tocsin.web.Say;
import org.tocsin.web.Speech;
import org.tocsin.web.WireWords;

/**
 * The field that a question is about, as a page shows it and asks for it.
 *
 * @param present whether the report says something there now
 */
@TemplateData
public record AskedField(String place, Input input, boolean present) {

    private static final Map<String, String> PARTS = Map.of("assets", "step_assets", "observations", "step_observations",
            "indicators", "step_indicators", "impact", "step_impact", "contact", "step_contact", "occurred", "step_when", "mitigations", "mitigations");
    /** So many words stand side by side; more go into a list to choose from. */
    private static final int SIDE_BY_SIDE = 5;
    /** Text up to this length is one line. */
    private static final int ONE_LINE = 300;

    /** @param submission the latest; null when it was erased */
    static AskedField of(String place, JsonNode submission) {
        JsonPointer pointer = JsonPointer.compile(place);
        boolean known = submission != null && SubmissionReader.objection(pointer, submission).isEmpty();
        return new AskedField(place, known ? SubmissionReader.input(pointer, submission) : Input.ANY_TEXT,
                known && !submission.at(pointer).isMissingNode());
    }

    /** What a form calls it; a list or a group by its part of the report. */
    static String label(String place) {
        String label = Say.place(place);
        if (!label.startsWith("/")) {
            return label;
        }
        String[] steps = place.split("/");
        String part = PARTS.containsKey(steps[1]) ? Speech.of(PARTS.get(steps[1])) : WireWords.spoken(steps[1]);
        String entry = steps.length > 2 && steps[2].matches("[0-9]+") ? " " + (Integer.parseInt(steps[2]) + 1) : "";
        return part + entry + (steps.length > (entry.isEmpty() ? 2 : 3) ? ": " + WireWords.spoken(steps[steps.length - 1]) : "");
    }

    public String label() {
        return label(place);
    }

    public boolean isTime() {
        return input.kind() == Input.Kind.TIME;
    }

    /** What has parts is filled in where the report is. */
    public boolean hasParts() {
        return input.kind() == Input.Kind.PARTS;
    }

    public boolean isLong() {
        return input.kind() == Input.Kind.TEXT && input.longest() > ONE_LINE;
    }

    public boolean isSideBySide() {
        return choices().size() <= SIDE_BY_SIDE;
    }

    /** Empty where there is nothing to choose. */
    public List<CodeWords.Choice> choices() {
        if (input.kind() == Input.Kind.FLAG) {
            return List.of(new CodeWords.Choice("true", Say.wire("yes")), new CodeWords.Choice("false", Say.wire("no")));
        }
        return name().equals("category") ? CodeWords.categories()
                : input.words().stream().map(word -> new CodeWords.Choice(word, spoken(word))).toList();
    }

    /** An answer as people read it. */
    String spoken(JsonNode value) {
        if (value.isBoolean()) {
            return Say.wire(value.booleanValue() ? "yes" : "no");
        }
        if (!value.isTextual()) {
            return value.toString();
        }
        if (isTime() && Instants.parse(value.textValue()).instant() != null) {
            return Moments.words(Instants.parse(value.textValue()).instant());
        }
        return input.words().contains(value.textValue()) || name().equals("category") ? spoken(value.textValue()) : value.textValue();
    }

    /** What was typed, as the field wants it: half of the world writes a comma. */
    String typed(String written) {
        boolean comma = input.kind() == Input.Kind.DECIMAL && written.strip().matches("-?[0-9]+,[0-9]+");
        return comma ? written.strip().replace(',', '.') : written;
    }

    private String spoken(String word) {
        return CodeWords.of(name(), word);
    }

    private String name() {
        return place.substring(place.lastIndexOf('/') + 1);
    }
}
