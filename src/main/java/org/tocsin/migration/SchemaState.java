package org.tocsin.migration;

import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * Whether the database has the tables that this code was written for.
 *
 * @param missing migrations that were not applied, with version and description; newer ones than the code knows are none of these,
 *                for while a new release is rolled out, the old one goes on with the new schema
 */
record SchemaState(List<String> missing) {

    static SchemaState of(MigrationInfo... migrations) {
        return new SchemaState(Arrays.stream(migrations)
                .filter(migration -> migration.getState() == MigrationState.PENDING || migration.getState() == MigrationState.IGNORED
                        || migration.getState().isFailed() && migration.getState() != MigrationState.FUTURE_FAILED)
                .map(migration -> migration.getVersion() + " (" + migration.getDescription() + ")")
                .toList());
    }

    boolean isComplete() {
        return missing.isEmpty();
    }

    /** A sentence for whoever starts the service. */
    String explanation() {
        return "The database lacks these migrations: " + String.join(", ", missing) + ". Run bin/migrate, then start again.";
    }
}
