package org.tocsin;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which settings there are: those that the code reads, and those that docs/configuration.md describes. */
final class KnownSettings {

    private static final Path PAGE = Path.of("docs", "configuration.md");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path PROPERTIES = Path.of("src", "main", "resources", "application.properties");

    private static final Pattern INJECTED = Pattern.compile("@ConfigProperty\\(name = \"(tocsin\\.[a-z.-]+)\"");
    private static final Pattern NEEDED = Pattern.compile("\"(tocsin\\.[a-z.-]+)\"");
    private static final Pattern SET_OR_ASKED_FOR = Pattern.compile("(?m)(?:^|\\$\\{)(tocsin\\.[a-z.-]+)");
    private static final Pattern DESCRIBED = Pattern.compile("`((?:tocsin|quarkus)\\.[a-z0-9.<>-]+)(?:=[^`]*)?`");

    private KnownSettings() {
    }

    /** What the code reads; a name that is free to choose stands as {@code <name>}. */
    static Set<String> ofTheCode() {
        Set<String> settings = new TreeSet<>(mapped());
        sources().forEach(source -> settings.addAll(found(INJECTED, source)));
        settings.addAll(found(NEEDED, SOURCES.resolve("org/tocsin/StartConditions.java")));
        settings.addAll(found(NEEDED, SOURCES.resolve("org/tocsin/migration/MigrationSettings.java")));
        settings.addAll(found(SET_OR_ASKED_FOR, PROPERTIES));
        return settings;
    }

    /** What the page describes, Quarkus's settings with ours. */
    static Set<String> described() {
        return found(DESCRIBED, PAGE);
    }

    static boolean isDescribed(String setting) {
        return described().stream().anyMatch(known -> setting.matches(pattern(known)));
    }

    /** The environment can spell settings without a free name only. */
    static boolean isDescribedForEnvironment(String variable) {
        return described().stream()
                .anyMatch(known -> known.replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT).equals(variable));
    }

    private static String pattern(String known) {
        return Stream.of(known.split("<name>", -1)).map(Pattern::quote).collect(Collectors.joining("[^.]+"));
    }

    private static Set<String> mapped() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.tocsin").stream()
                .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                .flatMap(type -> ConfigMappings.getProperties(ConfigClass.configClass(type.reflect())).keySet().stream())
                .map(setting -> setting.replace("[*]", "").replace("*", "<name>"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> found(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file)).results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
