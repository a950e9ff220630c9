package org.tocsin.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tocsin.local.ProfileOf;
import org.tocsin.notice.OnDuty;

/** A service with a destination that never answers, one that does, and someone on duty. One attempt takes longer than a whole test. */
public class SilentDestination extends ProfileOf {

    static final String NAME = SilentDestinationResource.NAME;

    public SilentDestination() {
        super(new OnDuty(), new FaultyDestination());
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> all = new HashMap<>(super.getConfigOverrides());
        all.put("tocsin.delivery.timeout", "5m");
        all.put("tocsin.delivery.lease", "12m");
        return all;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return Stream.concat(super.testResources().stream(), Stream.of(new TestResourceEntry(SilentDestinationResource.class))).toList();
    }
}
