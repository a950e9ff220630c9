package org.tocsin;

import io.smallrye.config.SmallRyeConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What must hold before the service may start: nothing missing and, in production, nothing from the demo and nothing weak. */
final class StartConditions {

    private static final List<String> NEEDED = List.of(
            "tocsin.database.url",
            "tocsin.database.password",
            "tocsin.issuer",
            "tocsin.pages.client-secret",
            "tocsin.session.key",
            "tocsin.signing.key-file",
            "tocsin.audit.log.key-file",
            "tocsin.secrets.key-file");

    private static final List<String> SECRETS = List.of(
            "tocsin.database.password",
            "tocsin.pages.client-secret",
            "tocsin.clients.account-secret",
            "tocsin.people.account-secret",
            "tocsin.session.key",
            "tocsin.session.state-key");

    /** Those that a program has made, and that whoever reaches the identity provider may try. */
    private static final List<String> CLIENT_SECRETS = List.of(
            "tocsin.pages.client-secret",
            "tocsin.clients.account-secret",
            "tocsin.people.account-secret");

    private static final List<String> SESSION_KEYS = List.of("tocsin.session.key", "tocsin.session.state-key");

    private static final List<String> ISSUERS = List.of("tocsin.issuer", "tocsin.peer.issuer");

    private static final String OWNER_PASSWORD = "tocsin.database.owner.password";
    private static final int SESSION_KEY_CHARACTERS = 32;
    private static final int CLIENT_SECRET_CHARACTERS = 32;
    private static final int LONGEST_SECONDS = 60;
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
        for (String key : SESSION_KEYS) {
            if (value(config, key).filter(secret -> secret.length() < SESSION_KEY_CHARACTERS).isPresent()) {
                reasons.add(key + " must have at least 32 characters");
            }
        }
        value(config, "tocsin.instance.reference-prefix")
                .filter(prefix -> !prefix.matches("[A-Z0-9]{2,8}"))
                .ifPresent(prefix -> reasons.add("tocsin.instance.reference-prefix must be 2 to 8 capital letters and digits"));
        if (config.getProfiles().stream().noneMatch(NOT_PRODUCTION::contains)) {
            inProduction(config, reasons);
        }
        return reasons;
    }

    private static void inProduction(SmallRyeConfig config, List<String> reasons) {
        value(config, OWNER_PASSWORD).ifPresent(given -> reasons.add(OWNER_PASSWORD
                + " is given; it is for bin/migrate alone, because whoever takes over the service must not own the tables"));
        for (String key : SECRETS) {
            if (value(config, key).filter(StartConditions::isOfTheDemo).isPresent()) {
                reasons.add(key + " holds the demo's secret, which everyone knows");
            }
        }
        for (String key : CLIENT_SECRETS) {
            if (value(config, key).filter(secret -> !isOfTheDemo(secret) && secret.length() < CLIENT_SECRET_CHARACTERS).isPresent()) {
                reasons.add(key + " must have at least " + CLIENT_SECRET_CHARACTERS + " characters: let the identity provider make it");
            }
        }
        for (String key : ISSUERS) {
            if (value(config, key).filter(issuer -> !issuer.toLowerCase(Locale.ROOT).startsWith("https://")).isPresent()) {
                reasons.add(key + " must begin with https://: over plain HTTP anyone on the way could hand us keys of his own");
            }
        }
        if (value(config, "tocsin.strong-sign-in").filter(demanded -> !demanded.equals("required")).isPresent()) {
            reasons.add("tocsin.strong-sign-in must be required: a password alone would open everyone's reports");
        }
        if (value(config, "tocsin.cookies.secure").filter(secure -> !secure.equals("true")).isPresent()) {
            reasons.add("tocsin.cookies.secure must be true: a browser would send sessions over plain HTTP");
        }
        value(config, "tocsin.people.token-lifespan").ifPresent(written -> config.getOptionalValue("tocsin.people.token-lifespan", Duration.class)
                .filter(longest -> longest.toSeconds() > LONGEST_SECONDS)
                .ifPresent(longest -> reasons.add("tocsin.people.token-lifespan must be at most 60s: until then who was disabled goes on")));
    }

    private static boolean isOfTheDemo(String secret) {
        return secret.startsWith("demo");
    }

    private static Optional<String> value(SmallRyeConfig config, String key) {
        return config.getOptionalValue(key, String.class).filter(value -> !value.isBlank());
    }

    private static String environmentName(String key) {
        return key.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
