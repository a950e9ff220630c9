package org.tocsin.web;

import io.quarkus.qute.TemplateExtension;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words of the wire as people read them. */
@TemplateExtension
public final class WireWords {

    private static final Set<String> ABBREVIATIONS = Set.of("gnss", "ntp", "ptp");

    private WireWords() {
    }

    /** early-warning: Early warning. What is not in small letters, such as TLP:AMBER+STRICT, stays as it is. */
    public static String spoken(String word) {
        if (word.isEmpty() || !word.equals(word.toLowerCase(Locale.ROOT)) || !Character.isLetter(word.charAt(0))) {
            return word;
        }
        String plain = Stream.of(word.split("-"))
                .map(part -> ABBREVIATIONS.contains(part) ? part.toUpperCase(Locale.ROOT) : part)
                .collect(Collectors.joining(" "));
        return Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }

    /** As a part of a style's name: TLP:AMBER+STRICT is tlp-amber-strict. */
    public static String styleName(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
