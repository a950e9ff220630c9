package org.tocsin.oversight;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Objects;
import org.tocsin.problem.Fault;

/** The search and what it found. */
@TemplateData
public record LogSheet(MultivaluedMap<String, String> sent, List<LogLine> lines, String next, List<Fault> faults, LogState log) {

    public String asked(String filter) {
        return Objects.requireNonNullElse(sent.getFirst(filter), "");
    }

    /** For the form that exports what this search finds. */
    public List<String> filters() {
        return LogParameter.FILTERS.stream().map(LogParameter::code).toList();
    }

    public boolean isFirst() {
        return !sent.containsKey("after");
    }

    /** What is wrong with one filter; empty when nothing is. */
    public List<String> errors(String filter) {
        return faults.stream().filter(fault -> fault.pointer().equals("/" + filter)).map(Fault::message).toList();
    }
}
