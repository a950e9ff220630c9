package org.tocsin;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import org.tocsin.migration.SchemaException;

/** Starts the service, unless its configuration would make it unsafe. */
@QuarkusMain
public class Tocsin {

    private static final int BAD_CONFIGURATION = 78; // EX_CONFIG of sysexits.h

    public static void main(String... args) {
        List<String> reasons = StartConditions.unmet(configuration());
        if (!reasons.isEmpty()) {
            refuse(reasons);
        }
        Quarkus.run(null, Tocsin::end, args);
    }

    /** @param failure null unless the start failed; the framework has logged it then */
    private static void end(int status, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SchemaException) {
                refuse(List.of(cause.getMessage()));
            }
        }
        System.exit(status);
    }

    private static void refuse(List<String> reasons) {
        System.err.println("Tocsin does not start:");
        reasons.forEach(reason -> System.err.println("  " + reason));
        System.exit(BAD_CONFIGURATION);
    }

    /** What the framework will read, before it reads it and fails with less to say. */
    private static SmallRyeConfig configuration() {
        return ConfigUtils.configBuilder().build();
    }
}
