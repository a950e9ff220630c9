package org.tocsin.migration;

import io.smallrye.config.SmallRyeConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What {@code bin/migrate} needs to know.
 *
 * @param url           JDBC address of the database
 * @param ownerUser     role that owns the schema
 * @param ownerPassword its password; the service never gets it
 * @param serviceUser   role of the service, to which the migrations grant what it may do
 */
public record MigrationSettings(String url, String ownerUser, String ownerPassword, String serviceUser) {

    /** @throws IllegalArgumentException with a line for each setting that is missing */
    static MigrationSettings from(SmallRyeConfig config) {
        List<String> missing = new ArrayList<>();
        MigrationSettings settings = new MigrationSettings(
                required(config, "tocsin.database.url", missing),
                optional(config, "tocsin.database.owner.user", "tocsin_owner"),
                required(config, "tocsin.database.owner.password", missing),
                optional(config, "tocsin.database.user", "tocsin_app"));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", missing));
        }
        return settings;
    }

    private static String required(SmallRyeConfig config, String key, List<String> missing) {
        String value = optional(config, key, "");
        if (value.isBlank()) {
            missing.add(key + " is missing (environment: " + key.replace('.', '_').toUpperCase(Locale.ROOT) + ")");
        }
        return value;
    }

    private static String optional(SmallRyeConfig config, String key, String otherwise) {
        return config.getOptionalValue(key, String.class).orElse(otherwise);
    }
}
