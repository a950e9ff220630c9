package org.tocsin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartConditionsTest {

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "tocsin.database.url", "jdbc:postgresql://database/tocsin",
            "tocsin.database.password", "a secret",
            "tocsin.issuer", "https://identity.example/realms/tocsin",
            "tocsin.pages.client-secret", "fedcba9876543210fedcba9876543210",
            "tocsin.session.key", "0123456789abcdef0123456789abcdef",
            "tocsin.signing.key-file", "/run/secrets/signing.jwk",
            "tocsin.audit.log.key-file", "/run/secrets/log.jwk",
            "tocsin.secrets.key-file", "/run/secrets/secrets.jwks"));

    @Test
    void aWholeConfigurationStartsInProduction() {
        assertThat(StartConditions.unmet(production())).isEmpty();
    }

    @Test
    void eachMissingSettingIsNamedWithItsEnvironmentVariable() {
        settings.remove("tocsin.database.url");
        settings.put("tocsin.issuer", " ");

        assertThat(StartConditions.unmet(production())).containsExactly(
                "tocsin.database.url is missing (environment: TOCSIN_DATABASE_URL)",
                "tocsin.issuer is missing (environment: TOCSIN_ISSUER)");
    }

    @Test
    void productionRefusesEachOfTheDemosSecrets() {
        settings.put("tocsin.database.password", "demo");
        settings.put("tocsin.pages.client-secret", "demo");
        settings.put("tocsin.clients.account-secret", "demo");
        settings.put("tocsin.people.account-secret", "demo");
        settings.put("tocsin.session.key", "demo session key of tocsin, at least 32 characters");

        assertThat(StartConditions.unmet(production()))
                .hasSize(5)
                .allMatch(reason -> reason.endsWith("holds the demo's secret, which everyone knows"));
    }

    @Test
    void productionRefusesThePasswordOfTheTablesOwner() {
        settings.put("tocsin.database.owner.password", "a secret of bin/migrate");

        assertThat(StartConditions.unmet(production())).singleElement().asString()
                .startsWith("tocsin.database.owner.password is given; it is for bin/migrate alone")
                .doesNotContain("a secret of");
    }

    static Stream<Arguments> weak() {
        return Stream.of(
                Arguments.of("tocsin.issuer", "http://identity.example/realms/tocsin", "must begin with https://"),
                Arguments.of("tocsin.issuer", "ftp://identity.example", "must begin with https://"),
                Arguments.of("tocsin.peer.issuer", "http://identity.example/realms/peers", "must begin with https://"),
                Arguments.of("tocsin.strong-sign-in", "off", "must be required"),
                Arguments.of("tocsin.cookies.secure", "false", "must be true"),
                Arguments.of("tocsin.people.token-lifespan", "61s", "must be at most 60s"),
                Arguments.of("tocsin.session.state-key", "0123456789abcdef0123456789abcde", "must have at least 32 characters"),
                Arguments.of("tocsin.session.key", "0123456789abcdef0123456789abcde", "must have at least 32 characters"),
                Arguments.of("tocsin.pages.client-secret", "0123456789abcdef0123456789abcde", "must have at least 32 characters"),
                Arguments.of("tocsin.clients.account-secret", "short", "must have at least 32 characters"),
                Arguments.of("tocsin.people.account-secret", "short", "must have at least 32 characters"));
    }

    @ParameterizedTest
    @MethodSource
    void weak(String key, String value, String why) {
        settings.put(key, value);

        assertThat(StartConditions.unmet(production())).singleElement().asString().startsWith(key + " ").contains(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "dev", "test"})
    void elsewhereItMayBeWeaker(String profile) {
        settings.putAll(Map.of("tocsin.issuer", "http://localhost:8180/realms/tocsin", "tocsin.strong-sign-in", "off", "tocsin.cookies.secure", "false",
                "tocsin.pages.client-secret", "short"));

        assertThat(StartConditions.unmet(config(profile))).isEmpty();
    }

    @Test
    void theDemoMayUseItsOwnSecrets() {
        settings.put("tocsin.database.password", "demo");

        assertThat(StartConditions.unmet(config("demo"))).isEmpty();
    }

    @Test
    void aShortSessionKeyIsRefused() {
        settings.put("tocsin.session.key", "short");

        assertThat(StartConditions.unmet(production()))
                .containsExactly("tocsin.session.key must have at least 32 characters");
    }

    @Test
    void aPrefixThatNobodyCouldReadBackIsRefused() {
        settings.put("tocsin.instance.reference-prefix", "toc-1");

        assertThat(StartConditions.unmet(production()))
                .containsExactly("tocsin.instance.reference-prefix must be 2 to 8 capital letters and digits");
    }

    private SmallRyeConfig production() {
        return config("prod");
    }

    private SmallRyeConfig config(String profile) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withProfile(profile)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }
}
