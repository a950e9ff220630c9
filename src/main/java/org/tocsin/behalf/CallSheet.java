package org.tocsin.behalf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.json.Json;
import org.tocsin.web.TypedMoment;

/** What was filled in during a call, as the JSON that the API takes. What cannot be read stays as it was typed, and is refused there. */
final class CallSheet {

    private static final List<String> WORDS = List.of("/organisation", "/caller/name", "/caller/role", "/caller/number", "/callBack/number", "/callBack/how",
            "/submission/title", "/submission/suspectedMalicious", "/submission/crossBorder", "/submission/severity", "/submission/description",
            "/submission/contact/phone");
    static final String CALLED_AT = "/calledAt";
    static final String AWARE_AT = "/submission/awareAt";
    /** In the report's own language of record. */
    static final String DOUBTED = "The clock that told when this was noticed is not trusted.";
    static final List<String> TIMES = List.of(CALLED_AT, "/callBack/at", AWARE_AT);
    /** A time at the line's beginning is one of the day, and in the zone, of the time at which the call began. */
    private static final Pattern TIMED = Pattern.compile("([01]?[0-9]|2[0-3]):([0-5][0-9])\\s+(.+)");

    private CallSheet() {
    }

    static ObjectNode read(CallForm form) {
        ObjectNode call = Json.MAPPER.createObjectNode();
        WORDS.stream().filter(field -> !form.text(field).isEmpty()).forEach(field -> put(call, field, form.text(field)));
        TIMES.stream().filter(field -> !form.moment(field).isEmpty()).forEach(field -> put(call, field, form.moment(field).written()));
        if (form.moment(AWARE_AT).doubted()) {
            String description = form.text("/submission/description");
            put(call, "/submission/description", description.isEmpty() ? DOUBTED : description + "\n\n" + DOUBTED);
        }
        ArrayNode statements = call.putArray("statements");
        form.text(CallForm.STATEMENTS).lines().map(String::strip).filter(line -> !line.isEmpty())
                .forEach(line -> statements.add(statement(line, form.moment(CALLED_AT))));
        return call;
    }

    private static ObjectNode statement(String line, TypedMoment calledAt) {
        Matcher timed = TIMED.matcher(line);
        boolean has = timed.matches();
        TypedMoment at = has ? new TypedMoment(calledAt.date(), "%02d:%s".formatted(Integer.parseInt(timed.group(1)), timed.group(2)),
                calledAt.zone(), false) : calledAt;
        return Json.MAPPER.createObjectNode().put("at", at.written()).put("said", has ? timed.group(3) : line);
    }

    private static void put(ObjectNode call, String field, String value) {
        String[] steps = field.substring(1).split("/");
        ObjectNode at = call;
        for (int i = 0; i < steps.length - 1; i++) {
            at = at.withObject("/" + steps[i]);
        }
        at.put(steps[steps.length - 1], value);
    }
}
