package org.tocsin.time;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What {@code chronyc -c tracking} said: one line with 14 fields, of which ours are 1 (reference), 5 (NTP time less system time: "slow" is
 * positive), 11 (root delay), 12 (root dispersion), the latter three in seconds, and 14 (leap status).
 *
 * @param offset      what chronyd holds for the true time less the system's: what it has not corrected, or with {@code -x} never will
 * @param uncertainty root dispersion + root delay / 2: of the offset, if the primary source is right (chrony's documentation, tracking)
 */
record ChronyTracking(Duration offset, Duration uncertainty) {

    private static final int FIELDS = 14;
    private static final int REFERENCE = 0;
    private static final int OFFSET = 4;
    private static final int ROOT_DELAY = 10;
    private static final int ROOT_DISPERSION = 11;
    private static final int LEAP = 13;
    private static final String UNSYNCHRONISED = "Not synchronised";
    /** 127.127.1.1: the local mode, in which chronyd calls itself synchronised, to within nothing, with its own clock. */
    private static final String ITSELF = "7F7F0101";
    private static final String NUMBER = "[+-]?[0-9]{1,12}(\\.[0-9]{1,12})?";

    /** @throws NoAnswer when it is not that line, or chronyd says that it is not synchronised with anyone */
    static ChronyTracking parse(String output) throws NoAnswer {
        String[] fields = output.strip().split(",", -1);
        if (fields.length != FIELDS) {
            throw new NoAnswer("chronyc said something else than 14 fields");
        }
        if (fields[LEAP].equals(UNSYNCHRONISED)) {
            throw new NoAnswer("chronyd is not synchronised");
        }
        if (fields[REFERENCE].equals(ITSELF)) {
            throw new NoAnswer("chronyd has no source but its own clock");
        }
        if (!fields[LEAP].matches("Normal|Insert second|Delete second")) {
            throw new NoAnswer("chronyc said a leap status that is none");
        }
        Duration delay = seconds(fields[ROOT_DELAY]).abs();
        Duration dispersion = seconds(fields[ROOT_DISPERSION]).abs();
        return new ChronyTracking(seconds(fields[OFFSET]), dispersion.plus(delay.dividedBy(2)));
    }

    private static Duration seconds(String field) throws NoAnswer {
        if (!field.matches(NUMBER)) {
            throw new NoAnswer("chronyc said a number that is none");
        }
        return Duration.ofNanos(new BigDecimal(field).movePointRight(9).longValue());
    }
}
