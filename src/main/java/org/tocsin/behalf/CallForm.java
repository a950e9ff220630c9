package org.tocsin.behalf;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.web.TypedMoment;

/**
 * What a liaison filled in during a call, and why it was refused. A field is called by where it stands in {@link BehalfFiling}.
 *
 * @param key     the Idempotency-Key, made with the page, so that pressing twice files once
 * @param problem null on a fresh form
 */
@TemplateData
public record CallForm(MultivaluedMap<String, String> sent, String key, Problem problem) {

    static final String STATEMENTS = "/statements";

    static CallForm begun(String key, Instant at) {
        MultivaluedMap<String, String> begun = new MultivaluedHashMap<>();
        TypedMoment now = TypedMoment.at(at);
        for (String field : List.of(CallSheet.CALLED_AT, CallSheet.AWARE_AT)) {
            begun.putSingle(field + "/date", now.date());
            begun.putSingle(field + "/time", now.time());
        }
        return new CallForm(begun, key, null);
    }

    CallForm refused(Problem why) {
        return new CallForm(sent, key, why);
    }

    public String text(String field) {
        return Objects.requireNonNullElse(sent.getFirst(field), "").replace("\r\n", "\n").strip();
    }

    public TypedMoment moment(String field) {
        return TypedMoment.of(part -> text(field + "/" + part));
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

    /** In the words of this page, where the API's are for programs: of a time, what is wrong with what was typed; and each thing once. */
    public List<Fault> faults() {
        return problem == null ? List.of() : problem.faults().stream()
                .filter(fault -> !fault.pointer().matches(STATEMENTS + "/[0-9]+/at") || problem.faults().stream()
                        .noneMatch(other -> other.pointer().equals(CallSheet.CALLED_AT)))
                .map(fault -> CallSheet.TIMES.contains(fault.pointer()) && !moment(fault.pointer()).isEmpty()
                        ? moment(fault.pointer()).fault(fault.pointer()).orElse(fault) : fault)
                .toList();
    }

    /** The field to which a fault belongs: all lines of what was said are one. */
    public String place(Fault fault) {
        return fault.pointer().startsWith(STATEMENTS) ? STATEMENTS : fault.pointer();
    }
}
