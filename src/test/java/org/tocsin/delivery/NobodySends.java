package org.tocsin.delivery;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A replica that sends no deliveries, so that a test can claim them. */
public class NobodySends implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("tocsin.delivery.lanes.threads", "0");
    }
}
