package org.tocsin.migration;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.io.PrintStream;
import java.time.Duration;
import org.flywaydb.core.api.FlywayException;

/** {@code bin/migrate}: brings a database up to date, before the service that needs it starts. */
public final class MigrateCommand {

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final int BAD_CONFIGURATION = 78; // EX_CONFIG of sysexits.h

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String HELP = """
            bin/migrate
                applies the migrations that the database lacks, while the service may be running
                Its settings are read from the environment and from config/application.properties, as the service reads them:
                tocsin.database.url             JDBC address of the database
                tocsin.database.owner.password  password of the role that owns the schema
                tocsin.database.owner.user      that role; tocsin_owner if it is not set
                tocsin.database.user            role of the service; tocsin_app if it is not set
            Ends with 0 when the database is up to date, 1 when a migration failed, 78 when a setting is missing.
            If it was interrupted, run it again: it continues.
            """;

    private MigrateCommand() {
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, ConfigUtils.configBuilder().build(), System.out));
    }

    /** @return the exit status */
    static int run(String[] arguments, SmallRyeConfig config, PrintStream out) {
        if (arguments.length > 0) {
            out.print(HELP);
            return arguments[0].matches("-h|--help") ? 0 : WRONG_USE;
        }
        try {
            int applied = new Migrations(MigrationSettings.from(config), PATIENCE, out::println).apply();
            out.println(applied == 0 ? "The database is up to date." : "Migrations applied: " + applied + ". The database is up to date.");
            return 0;
        } catch (IllegalArgumentException missing) {
            out.println(missing.getMessage());
            return BAD_CONFIGURATION;
        } catch (FlywayException e) {
            out.println("Not up to date: " + e.getMessage());
            return FAILED;
        }
    }
}
