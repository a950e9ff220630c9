package org.tocsin.web;

import io.quarkus.qute.TemplateExtension;
import java.util.Optional;
import org.tocsin.party.Role;

/** Puts words of the page's language into templates: {@code {say:send}}, {@code {say:filed_at(time)}}. */
@TemplateExtension(namespace = "say")
public final class Say {

    private static final int BEFORE_ANY = 10;

    private Say() {
    }

    @TemplateExtension(namespace = "say", matchName = TemplateExtension.ANY)
    public static String any(String key) {
        return Words.find(Tongue.spoken(), key).orElse(key);
    }

    @TemplateExtension(namespace = "say", matchName = TemplateExtension.ANY)
    public static String any(String key, Object value) {
        return Speech.of(key, value);
    }

    @TemplateExtension(namespace = "say", matchName = TemplateExtension.ANY)
    public static String any(String key, Object first, Object second) {
        return Speech.of(key, first, second);
    }

    /** For a key that is made up as the page is. */
    @TemplateExtension(namespace = "say", priority = BEFORE_ANY)
    public static String word(String key) {
        return any(key);
    }

    /** What a field is called. */
    @TemplateExtension(namespace = "say", priority = BEFORE_ANY)
    public static String label(String key) {
        return any("label_" + key);
    }

    /** A task of the full report. */
    @TemplateExtension(namespace = "say", priority = BEFORE_ANY)
    public static String step(String code) {
        return any("step_" + code);
    }

    /** A kind of observation. */
    @TemplateExtension(namespace = "say", priority = BEFORE_ANY)
    public static String kind(String code) {
        return any("wire_kind_" + code);
    }

    /** A unit, spelled out. */
    @TemplateExtension(namespace = "say", priority = BEFORE_ANY)
    public static String unit(String symbol) {
        return Words.find(Tongue.spoken(), "unit_" + symbol).orElse(symbol);
    }

    /** What is known of a file's harmlessness. */
    @TemplateExtension(namespace = "say", priority = BEFORE_ANY)
    public static String scan(String state) {
        return any(switch (state) {
            case "clean" -> "scan_clean";
            case "infected" -> "scan_infected";
            case "quarantined" -> "scan_waits";
            default -> "scan_none";
        });
    }

    /** What a form calls a field of this name: a place in a report, or a word. */
    @TemplateExtension(namespace = "say", priority = BEFORE_ANY)
    public static String place(String name) {
        String[] steps = name.split("/");
        for (int i = steps.length - 1; i > 0; i--) {
            String last = steps[i];
            String within = named(steps, i - 1) + "_" + steps[i];
            Optional<String> label = Words.find(Tongue.spoken(), "label" + within).or(() -> Words.find(Tongue.spoken(), "label_" + last));
            if (label.isPresent()) {
                return label.get();
            }
        }
        return WireWords.spoken(name);
    }

    /** Who acted: an account as it is, a role in the page's language. */
    @TemplateExtension(namespace = "say", priority = BEFORE_ANY)
    public static String actor(String name) {
        return switch (name) {
            case Role.LIAISON_TO_OPERATORS -> Speech.instead(name, "actor_liaison");
            case Role.ADMIN_TO_OPERATORS -> Speech.instead(name, "actor_administrator");
            default -> name;
        };
    }

    /** What it stands in, past the number of an entry. */
    private static String named(String[] steps, int from) {
        int at = from > 0 && steps[from].matches("[0-9]+") ? from - 1 : from;
        return at > 0 ? "_" + steps[at] : "";
    }

    /** What helps to fill it in, where there may be nothing: null then, which a template takes for no. */
    @TemplateExtension(namespace = "say", priority = BEFORE_ANY)
    public static String hint(String key) {
        return Words.find(Tongue.spoken(), "hint_" + key).orElse(null);
    }

    /** A word of the wire, such as a state, in the page's language; as it is spoken in English where we have none. */
    @TemplateExtension(namespace = "say", priority = BEFORE_ANY)
    public static String wire(String word) {
        return Words.find(Tongue.spoken(), "wire_" + word.replace('-', '_')).orElseGet(() -> WireWords.spoken(word));
    }
}
