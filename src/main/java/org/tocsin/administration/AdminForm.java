package org.tocsin.administration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Objects;
import org.tocsin.json.Json;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;

/** What was sent, and why it was refused; nothing of either on a fresh form. */
@TemplateData
public record AdminForm(MultivaluedMap<String, String> sent, Problem problem, String told) {

    static AdminForm empty(String told) {
        return new AdminForm(new MultivaluedHashMap<>(), null, told);
    }

    static AdminForm refused(MultivaluedMap<String, String> sent, Problem problem) {
        return new AdminForm(sent, problem, null);
    }

    public String text(String field) {
        return Objects.requireNonNullElse(sent.getFirst(field), "");
    }

    /** What was sent, or, where this field was not, what stands: a form beside it that was refused must not empty it. */
    public String shown(String field, String stands) {
        return sent.containsKey(field) ? text(field) : Objects.requireNonNullElse(stands, "");
    }

    public boolean says(String field, String word) {
        return text(field).equals(word);
    }

    public boolean has(String field, String word) {
        return all(field).contains(word);
    }

    /** Each that was chosen. */
    List<String> all(String field) {
        return sent.getOrDefault(field, List.of());
    }

    public List<Fault> faults() {
        return problem == null ? List.of() : problem.faults().stream().map(AdminForm::spoken).toList();
    }

    /** What is said to programs of a field that is missing is no help on a form. */
    private static Fault spoken(Fault fault) {
        String message = !fault.code().equals("required") ? null : switch (fault.pointer()) {
            case "/id" -> "Give it an id.";
            case "/title" -> "Say what people call it.";
            case "/organisation" -> "Choose whose it is.";
            case "/role" -> "Choose what it does.";
            case "/proof" -> "Choose how it proves itself.";
            case "/reason" -> "Say why.";
            default -> null;
        };
        return message == null ? fault : new Fault(fault.pointer(), fault.code(), message);
    }

    /** What is wrong in one field, in sentences; also in a part of it. */
    public List<String> errors(String field) {
        return faults().stream().filter(fault -> place(fault).equals(field)).map(Fault::message).toList();
    }

    /** The field to which a fault belongs. */
    public String place(Fault fault) {
        String[] steps = fault.pointer().split("/");
        return steps.length < 2 ? "form" : steps[1];
    }

    /** What was filled in, as the JSON that the API takes. */
    ObjectNode json(String... fields) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        for (String field : fields) {
            String value = text(field).replace("\r\n", "\n").strip();
            if (!value.isEmpty()) {
                json.put(field, value);
            }
        }
        return json;
    }

    /** One for each line that is not empty. */
    List<String> lines(String field) {
        return text(field).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
