package org.tocsin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What k8s/ tells an instance is what an instance asks for, and nothing secret is in it. */
class KubernetesTest {

    private static final Path BASE = Path.of("k8s");
    private static final String COMPONENT = "app.kubernetes.io/component";

    @Test
    void everySettingIsOneThatAnInstanceKnows() throws IOException {
        assertThat(settings().stringPropertyNames()).isNotEmpty().allMatch(KnownSettings::isDescribed);
        assertThat(environment()).isNotEmpty()
                .allSatisfy(variable -> assertThat(KnownSettings.isDescribedForEnvironment(name(variable))).isTrue());
    }

    @Test
    void togetherTheyAreAllThatAStartInProductionAsksFor() throws IOException {
        // Given
        Map<String, String> given = new HashMap<>();
        settings().forEach((key, value) -> given.put((String) key, (String) value));
        environment().forEach(variable -> given.put(name(variable), "a secret that only the cluster knows"));

        // When
        var config = new SmallRyeConfigBuilder()
                .withProfile("prod")
                .withSources(new EnvConfigSource(given, 300))
                .withSources(new PropertiesConfigSource(given, "k8s", 100))
                .build();

        // Then
        assertThat(StartConditions.unmet(config)).isEmpty();
    }

    @Test
    void onlyTheMigrationHasTheOwnersPasswordAndNoRequestGoesToIt() throws IOException {
        // Given
        Map<String, Object> migration = at(yaml("migrate.yaml"), "spec", "template");

        // Then
        assertThat(environment(container(at(migration, "spec")))).extracting(KubernetesTest::name).containsExactly("TOCSIN_DATABASE_OWNER_PASSWORD");
        assertThat(environment()).extracting(KubernetesTest::name).doesNotContain("TOCSIN_DATABASE_OWNER_PASSWORD");
        assertThat(at(migration, "metadata", "labels")).containsEntry(COMPONENT, "migration");
        assertThat(at(yaml("service.yaml"), "spec", "selector")).containsEntry(COMPONENT, "service");
        assertThat(at(yaml("deployment.yaml"), "spec", "selector", "matchLabels")).containsEntry(COMPONENT, "service");
        assertThat(at(yaml("disruption-budget.yaml"), "spec", "selector", "matchLabels")).containsEntry(COMPONENT, "service");
    }

    @Test
    void noSecretIsWrittenDown() throws IOException {
        assertThat(environment()).allMatch(variable -> !variable.containsKey("value"));
        assertThat(settings().stringPropertyNames()).filteredOn(key -> !key.endsWith(".key-file"))
                .noneMatch(key -> key.matches(".*(password|secret|session\\.key).*"));
        for (Path file : files()) {
            assertThat(file).content().doesNotContain("kind: Secret", "PRIVATE KEY", "\"d\":");
        }
    }

    @Test
    void aStoppingReplicaHasTheTimeThatItsWorkInHandTakes() throws Exception {
        // Given
        String wait = Class.forName("org.tocsin.store.BackgroundConfig").getDeclaredMethod("shutdownWait")
                .getAnnotation(WithDefault.class).value();
        Map<String, Object> pod = pod();
        int beforeStop = (Integer) at(container(), "lifecycle", "preStop", "sleep").get("seconds");

        // When
        int grace = (Integer) pod.get("terminationGracePeriodSeconds");

        // Then
        assertThat(grace).isGreaterThan(beforeStop + (int) DurationConverter.parseDuration(wait).toSeconds());
    }

    private static String name(Map<String, Object> variable) {
        return (String) variable.get("name");
    }

    private static List<Map<String, Object>> environment() throws IOException {
        return environment(container());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> environment(Map<String, Object> container) {
        return (List<Map<String, Object>>) container.get("env");
    }

    private static Map<String, Object> container() throws IOException {
        return container(pod());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> container(Map<String, Object> pod) {
        return ((List<Map<String, Object>>) pod.get("containers")).get(0);
    }

    private static Map<String, Object> pod() throws IOException {
        return at(yaml("deployment.yaml"), "spec", "template", "spec");
    }

    private static Map<String, Object> yaml(String file) throws IOException {
        return new Yaml().load(Files.readString(BASE.resolve(file)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Map<String, Object> from, String... path) {
        Map<String, Object> found = from;
        for (String key : path) {
            found = (Map<String, Object>) found.get(key);
        }
        return found;
    }

    private static Properties settings() throws IOException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(BASE.resolve("instance.properties"))) {
            settings.load(reader);
        }
        return settings;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(BASE)) {
            return files.toList();
        }
    }
}
