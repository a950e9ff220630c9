package org.tocsin.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What the pages say, in each language: {@code messages/pages_<language>.properties}. What is English in the code, for the API
 * says it too, is in {@code messages/code_<language>.properties} for the other languages.
 */
final class Words {

    private static final Map<Language, Map<String, String>> ALL = new EnumMap<>(Language.class);
    private static final Map<Language, Map<String, String>> INSTEAD = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, load("/messages/pages_" + language.code() + ".properties"));
            INSTEAD.put(language, language == Language.ENGLISH ? Map.of() : load("/messages/code_" + language.code() + ".properties"));
        }
    }

    private Words() {
    }

    static Map<String, String> in(Language language) {
        return ALL.get(language);
    }

    /** In English where the language lacks it, so that a page never fails for a word. */
    static Optional<String> find(Language language, String key) {
        return Optional.ofNullable(in(language).get(key)).or(() -> Optional.ofNullable(in(Language.ENGLISH).get(key)));
    }

    /** What stands in the place of English that the code has; nothing in English itself. */
    static Map<String, String> insteadOfCode(Language language) {
        return INSTEAD.get(language);
    }

    static Optional<String> instead(Language language, String key) {
        return Optional.ofNullable(INSTEAD.get(language).get(key));
    }

    private static Map<String, String> load(String file) {
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            Properties read = new Properties();
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, String> words = new TreeMap<>();
            read.stringPropertyNames().forEach(key -> words.put(key, read.getProperty(key)));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
