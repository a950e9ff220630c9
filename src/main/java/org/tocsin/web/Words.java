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

/** What the pages say, in each language: {@code messages/pages_<language>.properties}. */
final class Words {

    private static final Map<Language, Map<String, String>> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, load("/messages/pages_" + language.code() + ".properties"));
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
