package org.tocsin.behalf;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Objects;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;

/**
 * What a liaison filled in during a call, and why it was refused. A field is called by where it stands in {@link BehalfFiling}.
 *
 * @param key     the Idempotency-Key, made with the page, so that pressing twice files once
 * @param problem null on a fresh form
 */
@TemplateData
public record CallForm(MultivaluedMap<String, String> sent, String key, Problem problem) {

    static final String STATEMENTS = "/statements";

    static CallForm begun(String key, String now) {
        MultivaluedMap<String, String> begun = new MultivaluedHashMap<>();
        begun.putSingle("/calledAt", now);
        begun.putSingle("/submission/awareAt", now);
        return new CallForm(begun, key, null);
    }

    CallForm refused(Problem why) {
        return new CallForm(sent, key, why);
    }

    public String text(String field) {
        return Objects.requireNonNullElse(sent.getFirst(field), "").replace("\r\n", "\n").strip();
    }

    public boolean says(String field, String word) {
        return text(field).equals(word);
    }

    public List<String> answers() {
        return List.of("yes", "no", "unknown");
    }

    public List<String> severities() {
        return List.of("low", "medium", "high", "critical");
    }

    public String id(String field) {
        return "f" + field.replace('/', '-');
    }

    public List<String> errors(String field) {
        return faults().stream().filter(fault -> place(fault).equals(field)).map(Fault::message).toList();
    }

    public List<Fault> faults() {
        return problem == null ? List.of() : problem.faults();
    }

    /** The field to which a fault belongs: all lines of what was said are one. */
    public String place(Fault fault) {
        return fault.pointer().startsWith(STATEMENTS) ? STATEMENTS : fault.pointer();
    }
}
