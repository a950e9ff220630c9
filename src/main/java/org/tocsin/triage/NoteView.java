package org.tocsin.triage;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An internal note. */
@Schema(name = "Note")
public record NoteView(UUID id, @Schema(description = "What was written down") String text,
        @Schema(description = "The liaison's account") String writtenBy, Instant writtenAt) {

    static NoteView of(Note note) {
        return new NoteView(note.id, note.text, note.writtenBy, note.writtenAt);
    }
}
