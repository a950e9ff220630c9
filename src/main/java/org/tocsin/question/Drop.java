package org.tocsin.question;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a liaison takes a question back. */
@Schema(name = "QuestionDrop")
public record Drop(
        @Schema(required = true, maxLength = 1000, pattern = "\\S", description = "Why it is no longer asked; the operator reads it") String reason) {
}
