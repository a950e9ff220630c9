package org.tocsin;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.util.List;

/** Starts the service, unless its configuration would make it unsafe. */
@QuarkusMain
public class Tocsin {

    private static final int BAD_CONFIGURATION = 78; // EX_CONFIG of sysexits.h

    public static void main(String... args) {
        List<String> reasons = StartConditions.unmet(configuration());
        if (!reasons.isEmpty()) {
            System.err.println("Tocsin does not start:");
            reasons.forEach(reason -> System.err.println("  " + reason));
            System.exit(BAD_CONFIGURATION);
        }
        Quarkus.run(args);
    }

    /** What the framework will read, before it reads it and fails with less to say. */
    private static SmallRyeConfig configuration() {
        return ConfigUtils.configBuilder().build();
    }
}
