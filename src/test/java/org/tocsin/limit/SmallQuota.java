package org.tocsin.limit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A service where a day's bytes are soon used up. */
public class SmallQuota implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("tocsin.limits.bytes.organisation-per-day", "2000");
    }
}
