package org.tocsin.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MigrateCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(Map<String, String> settings, String... arguments) {
        SmallRyeConfig config = new SmallRyeConfigBuilder().withSources(new PropertiesConfigSource(settings, "test", 100)).build();
        return MigrateCommand.run(arguments, config, new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @Test
    void itNamesAllSettingsThatAreMissing() {
        assertThat(run(Map.of())).isEqualTo(78);
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactly(
                "tocsin.database.url is missing (environment: TOCSIN_DATABASE_URL)",
                "tocsin.database.owner.password is missing (environment: TOCSIN_DATABASE_OWNER_PASSWORD)");
    }

    @Test
    void aDatabaseThatIsAwayIsNoSuccessAndThePasswordIsNotPrinted() {
        assertThat(run(Map.of("tocsin.database.url", "jdbc:postgresql://localhost:1/none", "tocsin.database.owner.password", "very-secret"))).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Not up to date: The database cannot be reached as its owner").doesNotContain("very-secret");
    }

    @Test
    void itSaysHowItIsUsed() {
        assertThat(run(Map.of(), "--help")).isZero();
        assertThat(run(Map.of(), "--wrong")).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("bin/migrate", "tocsin.database.owner.password", "run it again");
    }
}
