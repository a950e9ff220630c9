package org.tocsin.quarantine;

import java.util.stream.Stream;
import org.tocsin.local.Rows;

/** Two sensors with expired tokens, made once for all tests: a token takes its time to expire. */
final class LateSensors {

    private static BrokenClock certified;
    private static BrokenClock signing;

    private LateSensors() {
    }

    static synchronized BrokenClock certified() {
        if (certified == null) {
            certified = BrokenClock.withCertificate();
        }
        return certified;
    }

    static synchronized BrokenClock signing() {
        if (signing == null) {
            signing = BrokenClock.withKey();
        }
        return signing;
    }

    /** Nothing of theirs is held any more, so that no test meets the cap of what one client may have held. */
    static synchronized void letGo() {
        Stream.of(certified, signing).filter(sensor -> sensor != null).flatMap(sensor -> Rows.column(
                "select id from quarantine where client = ? and state = 'held'", sensor.client()).stream())
                .forEach(QuarantineRequests::refuse);
    }
}
