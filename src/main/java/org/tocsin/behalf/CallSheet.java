package org.tocsin.behalf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.json.Json;

/** What was filled in during a call, as the JSON that the API takes. What cannot be read stays as it was typed, and is refused there. */
final class CallSheet {

    private static final List<String> WORDS = List.of("/organisation", "/caller/name", "/caller/role", "/caller/number", "/callBack/number", "/callBack/how",
            "/submission/title", "/submission/suspectedMalicious", "/submission/crossBorder", "/submission/severity", "/submission/description",
            "/submission/contact/phone");
    private static final List<String> TIMES = List.of("/calledAt", "/callBack/at", "/submission/awareAt");
    /** A time at the line's beginning is one in UTC on the day on which the call began. */
    private static final Pattern TIMED = Pattern.compile("([01]?[0-9]|2[0-3]):([0-5][0-9])\\s+(.+)");

    private CallSheet() {
    }

    static ObjectNode read(CallForm form) {
        ObjectNode call = Json.MAPPER.createObjectNode();
        WORDS.stream().filter(field -> !form.text(field).isEmpty()).forEach(field -> put(call, field, form.text(field)));
        TIMES.stream().filter(field -> !form.text(field).isEmpty()).forEach(field -> put(call, field, time(form.text(field))));
        ArrayNode statements = call.putArray("statements");
        form.text(CallForm.STATEMENTS).lines().map(String::strip).filter(line -> !line.isEmpty())
                .forEach(line -> statements.add(statement(line, form.text("/calledAt"))));
        return call;
    }

    private static ObjectNode statement(String line, String calledAt) {
        Matcher timed = TIMED.matcher(line);
        if (!timed.matches() || !calledAt.matches("\\d{4}-\\d{2}-\\d{2}T.*")) {
            return Json.MAPPER.createObjectNode().put("at", time(calledAt)).put("said", line);
        }
        String at = calledAt.substring(0, 11) + "%02d:%s".formatted(Integer.parseInt(timed.group(1)), timed.group(2));
        return Json.MAPPER.createObjectNode().put("at", time(at)).put("said", timed.group(3));
    }

    private static void put(ObjectNode call, String field, String value) {
        String[] steps = field.substring(1).split("/");
        ObjectNode at = call;
        for (int i = 0; i < steps.length - 1; i++) {
            at = at.withObject("/" + steps[i]);
        }
        at.put(steps[steps.length - 1], value);
    }

    /** The browser's field for date and time has no zone; this page says that it is UTC. */
    private static String time(String typed) {
        try {
            return LocalDateTime.parse(typed).toInstant(ZoneOffset.UTC).toString();
        } catch (DateTimeParseException asItIs) {
            return typed;
        }
    }

    static String typed(Instant now) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").withZone(ZoneOffset.UTC).format(now);
    }
}
