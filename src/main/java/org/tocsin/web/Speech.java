package org.tocsin.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the code itself says on pages, in the language of the page that is being answered. */
public final class Speech {

    private static final Pattern HOLE = Pattern.compile("\\{([0-9])}");

    private Speech() {
    }

    /** @param values put in for {0}, {1} and so on; what they say is not looked into again */
    public static String of(String key, Object... values) {
        return filled(Words.find(Tongue.spoken(), key).orElse(key), values);
    }

    /**
     * For what has its English where it is made, such as a field's description or a refusal that the API gives too.
     *
     * @param key in {@code messages/code_<language>.properties}
     */
    public static String instead(String english, String key, Object... values) {
        return Words.instead(Tongue.spoken(), key).map(words -> filled(words, values)).orElse(english);
    }

    /** Whether there are words for it in the page's language other than those that the code has. */
    public static boolean hasInstead(String key) {
        return Words.instead(Tongue.spoken(), key).isPresent();
    }

    /** Within a sentence; German keeps the capitals of its nouns. */
    public static String within(String words) {
        return Tongue.spoken() != Language.ENGLISH || words.isEmpty() ? words
                : words.substring(0, 1).toLowerCase(Language.ENGLISH.locale()) + words.substring(1);
    }

    private static String filled(String words, Object... values) {
        return HOLE.matcher(words).replaceAll(hole -> {
            int place = Integer.parseInt(hole.group(1));
            return Matcher.quoteReplacement(place < values.length ? String.valueOf(values[place]) : hole.group());
        });
    }
}
