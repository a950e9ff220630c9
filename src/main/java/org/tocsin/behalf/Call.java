package org.tocsin.behalf;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A telephone call: who called, from where, when, and what was said. For liaisons and auditors, but for the caller's name. */
public final class Call {

    private Call() {
    }

    /** @param number null when it was withheld or not seen */
    @Schema(name = "Caller")
    public record Person(
            @Schema(required = true, maxLength = 200, pattern = "\\S", description = "By the name that was given; the operator reads it") String name,
            @Schema(maxLength = 200, description = "Function, as the caller said") String role,
            @Schema(description = "Where the call came from; absent when it was withheld") PhoneNumber number) {
    }

    @Schema(name = "CallBack", description = "How the caller was called back")
    public record Back(
            @Schema(required = true, description = "The number that was called") PhoneNumber number,
            @Schema(required = true, description = "When") Instant at,
            @Schema(required = true, maxLength = 2000, pattern = "\\S",
                    description = "Where the number is known from, who answered, what was agreed") String how) {
    }

    @Schema(name = "CallStatement")
    public record Statement(
            @Schema(required = true, description = "When it was said") Instant at,
            @Schema(required = true, maxLength = 4000, pattern = "\\S", description = "What was said") String said) {
    }

    /** What is kept of it. */
    public record Kept(Person caller, Instant calledAt, List<Statement> statements) {
    }
}
