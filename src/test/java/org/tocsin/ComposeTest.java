package org.tocsin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The containers of compose.yaml are told what an instance asks for, with the demo's secrets and no others. */
class ComposeTest {

    private static final Path DIRECTORY = Path.of("src", "main", "docker");

    @ParameterizedTest
    @ValueSource(strings = {"tocsin", "national-cert"})
    void everySettingIsOneThatAnInstanceKnows(String instance) throws IOException {
        assertThat(environment(instance).keySet()).allMatch(KnownSettings::isDescribedForEnvironment);
        assertThat(settings(instance).stringPropertyNames()).allMatch(KnownSettings::isDescribed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tocsin", "national-cert"})
    void itsSecretsAreTheDemos(String instance) throws IOException {
        assertThat(environment(instance)).containsEntry("QUARKUS_PROFILE", "demo");
        assertThat(environment(instance).entrySet())
                .filteredOn(variable -> variable.getKey().matches(".*(PASSWORD|SECRET|SESSION_KEY)"))
                .hasSize(5)
                .allMatch(variable -> variable.getValue().startsWith("demo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tocsin", "national-cert"})
    void itStartsWhenItsDatabaseIsUpToDateAndOnlyTheMigrationHasTheOwnersPassword(String instance) throws IOException {
        assertThat(environment(instance)).doesNotContainKey("TOCSIN_DATABASE_OWNER_PASSWORD");
        assertThat((Map<?, ?>) service(instance).get(0).get("depends_on")).extracting("migrate-" + instance)
                .isEqualTo(Map.of("condition", "service_completed_successfully"));
        assertThat(environment("migrate-" + instance))
                .containsOnlyKeys("TOCSIN_DATABASE_URL", "TOCSIN_DATABASE_OWNER_PASSWORD")
                .containsEntry("TOCSIN_DATABASE_URL", environment(instance).get("TOCSIN_DATABASE_URL"));
    }

    @Test
    void everyImageIsOfOneVersion() throws IOException {
        List<String> images = service("database", "keycloak").stream().map(service -> (String) service.get("image")).toList();

        assertThat(images).allMatch(image -> image.matches(".*:[0-9]+\\.[0-9]+(\\.[0-9]+)?"));
        assertThat(DIRECTORY.resolve("Dockerfile.jvm")).content()
                .containsPattern("(?m)^FROM [^ ]+:[0-9]+\\.[0-9.]+_[0-9]+-jre");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> environment(String instance) throws IOException {
        return (Map<String, String>) service(instance).get(0).get("environment");
    }

    private static List<Map<String, Object>> service(String... names) throws IOException {
        Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(Files.readString(DIRECTORY.resolve("compose.yaml")));
        return List.of(names).stream().map(name -> compose.get("services").get(name)).toList();
    }

    private static Properties settings(String instance) throws IOException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(DIRECTORY.resolve("settings").resolve(instance + ".properties"))) {
            settings.load(reader);
        }
        return settings;
    }
}
