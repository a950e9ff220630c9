package org.tocsin.report.page;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.web.Speech;

/**
 * What a field is called: the first words of its description, up to the first mark that ends a thought.
 *
 * @param unit of a measure; empty when it has none
 */
record Label(String text, String unit) {

    /** Where the description tells a machine's programmer what to write. */
    private static final Map<String, String> CALLED = Map.of("category", "Kind of incident", "threats", "Threats and techniques");
    private static final Pattern END_OF_THOUGHT = Pattern.compile("[:;,(]");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    static Label of(RecordComponent component) {
        // A @Schema on a record's component lands on its accessor.
        Schema schema = component.getAccessor().getAnnotation(Schema.class);
        if (schema == null || schema.description().isEmpty()) {
            return new Label(translated(component, spelled(component.getName())), "");
        }
        String unit = Stream.of(schema.extensions()).filter(extension -> extension.name().equals("x-unit"))
                .map(Extension::value).findFirst().orElse("");
        String words = END_OF_THOUGHT.split(schema.description(), 2)[0].strip();
        return new Label(translated(component, CALLED.getOrDefault(component.getName(), words)), unit);
    }

    /** Fields of one name mean the same thing, but for a few that say in which record they stand. */
    private static String translated(RecordComponent component, String english) {
        String own = "fact_" + component.getDeclaringRecord().getSimpleName() + "_" + component.getName();
        return Speech.instead(english, Speech.hasInstead(own) ? own : "fact_" + component.getName());
    }

    private static String spelled(String name) {
        String words = String.join(" ", HUMP.split(name)).toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
