package org.tocsin.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with what a caller sent.
 *
 * @param pointer where, as an RFC 6901 JSON Pointer into the document; empty for the document as a whole
 * @param code    a stable kebab-case word for machines
 * @param message a sentence for people: what was wrong, and what to do
 * @param line    of a table, counted from 1 with its header; null for other documents
 * @param column  of a table, by its name; null for other documents, and for the line as a whole
 * @param values  what the message says of this case, such as a limit, for who says it in another language; not on the wire
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
        @Schema(description = "Where: an RFC 6901 JSON Pointer; empty for the document as a whole") String pointer,
        @Schema(description = "What, as a word in kebab case that does not change") String code,
        @Schema(description = "The same for people: what was wrong, and what to do") String message,
        @Schema(description = "Of a table: where the row begins, counted from 1 with its header") @Nullable Integer line,
        @Schema(description = "Of a table: the column's name") @Nullable String column,
        @JsonIgnore @Schema(hidden = true) List<Object> values) {

    public Fault {
        values = values == null ? List.of() : List.copyOf(values);
    }

    public Fault(String pointer, String code, String message, Object... values) {
        this(pointer, code, message, null, null, List.of(values));
    }

    public Fault at(int line, String column) {
        return new Fault(pointer, code, message, line, column, values);
    }

    /** The same, seen from a part of the document: the other way round than {@link #within}. */
    public Fault inside(String part) {
        return new Fault(pointer.substring(part.length()), code, message, line, column, values);
    }

    /** The same of a document that is a part of another. */
    public Fault within(String parent) {
        return new Fault(parent + pointer, code, message, line, column, values);
    }
}
