package org.tocsin.draft;

import java.util.Set;

/** What a field of a submission wants to become of what was typed, told by its name. */
enum Leaf {

    TEXT, TIME, INTEGER, DECIMAL, YES_NO, LINES;

    private static final Set<String> TIMES = Set.of("awareAt", "classifiedAt", "from", "to", "since", "changedAt", "firstSignAt", "at",
            "firstSeen", "lastSeen");
    private static final Set<String> YES_NOS = Set.of("ongoing", "evidencePreserved", "helpRequested", "managed", "credentialsExposed",
            "positionHold", "timeTraceable", "frequencyTraceable", "used");
    private static final Set<String> INTEGERS = Set.of("usersAffected", "stratum", "leapIndicator", "pollExponent", "domain", "stepsRemoved",
            "sequenceId", "utcOffsetSeconds", "taiMinusUtcSeconds", "leapSeconds", "satellitesSeen", "satellitesUsed", "jamIndicator",
            "priority1", "priority2", "clockClass", "offsetScaledLogVariance", "svid");
    private static final Set<String> LISTS = Set.of("services", "sectors", "administers", "constellations", "threats");

    static Leaf of(String name) {
        if (TIMES.contains(name)) {
            return TIME;
        }
        if (YES_NOS.contains(name)) {
            return YES_NO;
        }
        if (LISTS.contains(name)) {
            return LINES;
        }
        if (INTEGERS.contains(name)) {
            return INTEGER;
        }
        return name.endsWith("Seconds") || name.endsWith("Metres") || name.endsWith("Degrees") || name.endsWith("Ppm") || name.endsWith("Db")
                || name.endsWith("DbHz") || name.equals("pdop") || name.equals("tdop") ? DECIMAL : TEXT;
    }
}
