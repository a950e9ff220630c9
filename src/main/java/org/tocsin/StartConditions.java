package org.tocsin;

import io.smallrye.config.SmallRyeConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold before the service may start: nothing missing and, in production, nothing from the demo. */
final class StartConditions {

    private static final List<String> NEEDED = List.of(
            "tocsin.database.url",
            "tocsin.database.password",
            "tocsin.issuer",
            "tocsin.pages.client-secret",
            "tocsin.session.key",
            "tocsin.signing.key-file",
            "tocsin.audit.log.key-file");

    private static final List<String> SECRETS = List.of(
            "tocsin.database.password",
            "tocsin.pages.client-secret",
            "tocsin.clients.account-secret",
            "tocsin.people.account-secret",
            "tocsin.session.key");

    private static final String OWNER_PASSWORD = "tocsin.database.owner.password";
    private static final int SESSION_KEY_CHARACTERS = 32;
    private static final Set<String> NOT_PRODUCTION = Set.of("demo", "dev", "test");

    private StartConditions() {
    }

    /** @return a sentence for each condition that does not hold, naming its key */
    static List<String> unmet(SmallRyeConfig config) {
        List<String> reasons = new ArrayList<>();
        for (String key : NEEDED) {
            if (value(config, key).isEmpty()) {
                reasons.add(key + " is missing (environment: " + environmentName(key) + ")");
            }
        }
        value(config, "tocsin.session.key")
                .filter(key -> key.length() < SESSION_KEY_CHARACTERS)
                .ifPresent(key -> reasons.add("tocsin.session.key must have at least 32 characters"));
        value(config, "tocsin.instance.reference-prefix")
                .filter(prefix -> !prefix.matches("[A-Z0-9]{2,8}"))
                .ifPresent(prefix -> reasons.add("tocsin.instance.reference-prefix must be 2 to 8 capital letters and digits"));
        if (config.getProfiles().stream().noneMatch(NOT_PRODUCTION::contains)) {
            value(config, OWNER_PASSWORD).ifPresent(given -> reasons.add(OWNER_PASSWORD
                    + " is given; it is for bin/migrate alone, because whoever takes over the service must not own the tables"));
            for (String key : SECRETS) {
                if (value(config, key).filter(StartConditions::isOfTheDemo).isPresent()) {
                    reasons.add(key + " holds the demo's secret, which everyone knows");
                }
            }
        }
        return reasons;
    }

    private static boolean isOfTheDemo(String secret) {
        return secret.startsWith("demo");
    }

    private static Optional<String> value(SmallRyeConfig config, String key) {
        return config.getOptionalValue(key, String.class).filter(value -> !value.isBlank());
    }

    private static String environmentName(String key) {
        return key.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(java.util.Locale.ROOT);
    }
}
