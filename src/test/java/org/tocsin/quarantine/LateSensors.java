package org.tocsin.quarantine;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.tocsin.local.As;
import org.tocsin.local.Rows;

/** Two sensors with expired tokens for each test class: enrolling one takes a while. */
final class LateSensors {

    private static final Map<String, BrokenClock> CERTIFIED = new ConcurrentHashMap<>();
    private static final Map<String, BrokenClock> SIGNING = new ConcurrentHashMap<>();

    private LateSensors() {
    }

    static BrokenClock certified() {
        return CERTIFIED.computeIfAbsent(As.SENSOR_A.organisation(), own -> BrokenClock.withCertificate());
    }

    static BrokenClock signing() {
        return SIGNING.computeIfAbsent(As.SENSOR_A.organisation(), own -> BrokenClock.withKey());
    }

    /** Nothing of theirs is held any more, so that no test meets the cap of what one client may have held. */
    static void letGo() {
        Stream.of(CERTIFIED, SIGNING).map(sensors -> sensors.get(As.SENSOR_A.organisation())).filter(Objects::nonNull).flatMap(sensor -> Rows.column(
                "select id from quarantine where client = ? and state = 'held'", sensor.client()).stream())
                .forEach(QuarantineRequests::refuse);
    }
}
