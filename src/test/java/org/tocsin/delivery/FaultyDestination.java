package org.tocsin.delivery;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A service with a second destination, {@code faulty}, that answers what a test wants; and that does not wait long. */
public class FaultyDestination implements QuarkusTestProfile {

    static final String NAME = "faulty";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("tocsin.delivery.first-retry", "200ms", "tocsin.delivery.last-retry", "1s");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(FaultyDestinationResource.class));
    }
}
