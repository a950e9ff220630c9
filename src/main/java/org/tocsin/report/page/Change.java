package org.tocsin.report.page;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.web.Speech;

/** One thing that is said differently. */
@Schema(name = "RevisionChange")
public record Change(
        @Schema(description = "What it is about", examples = "Impact: description") String field,
        @Schema(description = "Absent when it was not said before") @Nullable String before,
        @Schema(description = "Absent when it is said no more") @Nullable String after,
        @Schema(description = "The change in words; long texts are cut in it", examples = "How bad it is was “High” and is now “Critical”.") String sentence) {

    private static final int QUOTED = 160;

    static Change of(String field, String before, String after) {
        String sentence = before == null ? Speech.of("change_new", field, quoted(after))
                : after == null ? Speech.of("change_gone", field, quoted(before))
                : Speech.of("change_other", field, quoted(before), quoted(after));
        return new Change(field, before, after, sentence);
    }

    static Change order(String field) {
        return new Change(field, null, null, Speech.of("change_order", field));
    }

    private static String quoted(String text) {
        return "“" + (text.length() > QUOTED ? text.substring(0, QUOTED).strip() + "…" : text) + "”";
    }
}
