package org.tocsin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.report.submission.Submission;

/** The pages' words in all languages. */
class WordsTest {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    private static final Pattern SAID = Pattern.compile("say:([a-zA-Z0-9_]+)");
    private static final Pattern FIELD = Pattern.compile("key='([a-zA-Z0-9_]+)'");
    private static final Pattern HOLE = Pattern.compile("\\{[0-9]}");
    private static final Set<String> MADE_UP = Set.of("word", "hint", "wire", "label", "kind", "place", "step", "actor", "scan", "unit");

    private static Set<String> found(Pattern pattern) {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            files.filter(file -> file.toString().endsWith(".html")).forEach(file -> {
                Matcher matcher = pattern.matcher(read(file));
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> holes(String text) {
        Set<String> holes = new TreeSet<>();
        HOLE.matcher(text).results().forEach(hole -> holes.add(hole.group()));
        return holes;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyWordThatATemplateSaysIsThere(Language language) {
        Set<String> said = found(SAID);
        said.removeAll(MADE_UP);
        found(FIELD).forEach(field -> said.add("label_" + field));

        assertThat(Words.in(language).keySet()).containsAll(said);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageSaysTheSame(Language language) {
        Map<String, String> english = Words.in(Language.ENGLISH);
        Map<String, String> words = Words.in(language);

        assertThat(words.keySet()).isEqualTo(english.keySet());
        assertThat(words).allSatisfy((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            assertThat(holes(text)).as(key).isEqualTo(holes(english.get(key)));
        });
    }

    @Test
    void whatIsEnglishInTheCodeIsThereInEachOtherLanguage() {
        Map<String, String> german = Words.insteadOfCode(Language.GERMAN);
        Map<String, String> chinese = Words.insteadOfCode(Language.CHINESE);

        assertThat(chinese.keySet()).isEqualTo(german.keySet());
        assertThat(Words.insteadOfCode(Language.ENGLISH)).isEmpty();
        assertThat(german).allSatisfy((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            assertThat(chinese.get(key)).as(key).isNotBlank();
            assertThat(holes(chinese.get(key))).as(key).isEqualTo(holes(text));
        });
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, names = {"GERMAN", "CHINESE"})
    void everyFieldOfAReportHasAName(Language language) {
        Set<String> named = Words.insteadOfCode(language).keySet();

        assertThat(fields(Submission.class, new HashSet<>())).allSatisfy(field ->
                assertThat(named.contains("fact_" + field.getName()) || named.contains("fact_" + field.getDeclaringRecord().getSimpleName() + "_" + field.getName()))
                        .as(field.toString()).isTrue());
    }

    /** Of a record, and of those within it. */
    private static Set<RecordComponent> fields(Class<?> type, Set<Class<?>> seen) {
        Set<RecordComponent> found = new HashSet<>();
        if (type.isSealed()) {
            Stream.of(type.getPermittedSubclasses()).forEach(each -> found.addAll(fields(each, seen)));
        }
        if (type.isRecord() && type.getPackage() == Submission.class.getPackage() && type.getRecordComponents().length > 1 && seen.add(type)) {
            Stream.of(type.getRecordComponents()).forEach(component -> {
                found.add(component);
                Class<?> within = component.getGenericType() instanceof ParameterizedType list
                        ? (Class<?>) list.getActualTypeArguments()[0] : component.getType();
                found.addAll(fields(within, seen));
            });
        }
        return found;
    }

    @Test
    void whatIsPutInIsNotLookedInto() {
        assertThat(Speech.of("change_other", "{1}", "{2}", "{0}")).isEqualTo("{1} was {2} and is now {0}.");
    }

    @Test
    void aLabelOfTheTrafficLightProtocolIsNeverTranslated() {
        assertThat(Words.in(Language.ENGLISH).keySet()).noneMatch(key -> key.toLowerCase(java.util.Locale.ROOT).startsWith("wire_tlp"));
        assertThat(Say.wire("TLP:AMBER+STRICT")).isEqualTo("TLP:AMBER+STRICT");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", value = {
            "none, none, ENGLISH",
            "none, 'de-AT,de;q=0.9,en;q=0.8', GERMAN",
            "none, 'fr-FR,zh-CN;q=0.8,en;q=0.5', CHINESE",
            "none, 'fr', ENGLISH",
            "none, '*', ENGLISH",
            "none, ';;;', ENGLISH",
            "zh, 'de', CHINESE",
            "xx, 'de', GERMAN"})
    void thePersonsChoiceComesBeforeTheBrowsers(String chosen, String header, Language language) {
        assertThat(Language.choose(chosen, header)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({"/reports?after=x, /reports?after=x", "//evil.example, /", "/\\evil.example, /", "https://evil.example, /", "'', /", "/a b, /"})
    void aSwitchOfLanguageLeadsToOurOwnPagesOnly(String back, String there) {
        assertThat(LanguagePages.back(back)).hasToString(there);
    }
}
