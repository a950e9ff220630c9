package org.tocsin.time;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What {@code chronyc -c tracking} said: one line with 14 fields, of which ours are 5 (system time less NTP time), 11 (root delay), 12
 * (root dispersion), each in seconds, and 14 (leap status).
 *
 * @param correction how far the system's clock still is from what chronyd holds for right
 * @param bound      the clock is right to within this, if the primary source is: |correction| + root dispersion + root delay / 2
 *                   (chrony's documentation, tracking)
 */
record ChronyTracking(Duration correction, Duration bound) {

    private static final int FIELDS = 14;
    private static final int CORRECTION = 4;
    private static final int ROOT_DELAY = 10;
    private static final int ROOT_DISPERSION = 11;
    private static final int LEAP = 13;
    private static final String UNSYNCHRONISED = "Not synchronised";
    private static final String NUMBER = "[+-]?[0-9]{1,12}(\\.[0-9]{1,12})?";

    /** @throws NoAnswer when it is not that line, or chronyd says that it is not synchronised */
    static ChronyTracking parse(String output) throws NoAnswer {
        String[] fields = output.strip().split(",", -1);
        if (fields.length != FIELDS) {
            throw new NoAnswer("chronyc said something else than 14 fields");
        }
        if (fields[LEAP].equals(UNSYNCHRONISED)) {
            throw new NoAnswer("chronyd is not synchronised");
        }
        if (!fields[LEAP].matches("Normal|Insert second|Delete second")) {
            throw new NoAnswer("chronyc said a leap status that is none");
        }
        Duration correction = seconds(fields[CORRECTION]);
        Duration delay = seconds(fields[ROOT_DELAY]).abs();
        Duration dispersion = seconds(fields[ROOT_DISPERSION]).abs();
        return new ChronyTracking(correction, correction.abs().plus(dispersion).plus(delay.dividedBy(2)));
    }

    private static Duration seconds(String field) throws NoAnswer {
        if (!field.matches(NUMBER)) {
            throw new NoAnswer("chronyc said a number that is none");
        }
        return Duration.ofNanos(new BigDecimal(field).movePointRight(9).longValue());
    }
}
