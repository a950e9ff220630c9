package org.tocsin.web.overload;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Limits that a test reaches in moments, and fewer threads than it has bad connections. */
public class SmallLimits implements QuarkusTestProfile {

    static final int THREADS = 8;
    static final int CONNECTIONS = 40;
    static final int REQUESTS = 30;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("quarkus.thread-pool.max-threads", Integer.toString(THREADS)),
                Map.entry("tocsin.witness.public", "true"),
                Map.entry("tocsin.overload.connections.per-address", Integer.toString(CONNECTIONS)),
                Map.entry("tocsin.overload.connections.head-timeout", "2s"),
                Map.entry("tocsin.overload.connections.unread-per-address", "6M"),
                Map.entry("tocsin.overload.requests.per-address", Integer.toString(REQUESTS)),
                Map.entry("tocsin.overload.requests.per-client", "25"),
                // A busy machine opens some dozen connections meanwhile.
                Map.entry("tocsin.overload.bodies.timeout", "12s"),
                Map.entry("tocsin.overload.bodies.memory", "3M"),
                Map.entry("tocsin.overload.bodies.memory-per-sender", "1M"),
                Map.entry("tocsin.overload.transfers.minimum-rate", "16K"),
                Map.entry("tocsin.overload.transfers.window", "3s"),
                Map.entry("tocsin.overload.transfers.uploads", "4"),
                Map.entry("tocsin.overload.transfers.uploads-per-client", "2"),
                Map.entry("tocsin.overload.transfers.downloads-per-client", "3"),
                Map.entry("tocsin.overload.expensive.total", "2"),
                Map.entry("tocsin.overload.expensive.per-client", "1"));
    }
}
