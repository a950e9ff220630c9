package org.tocsin.asset;

import java.time.Period;

/**
 * How far enrichment goes. Counts are always of everything that was loaded; only lists are shortened.
 *
 * @param assets      how many entries each walk through the database may bring (there is no limit of depth: a walk
 *                    sees an entry once, so the number of entries is what costs)
 * @param matches     how many entries are described for one reference
 * @param listed      how many assets stand in one list of the report as a whole
 * @param listedEach  how many stand in one list of a single match
 * @param riskHolds   how long a risk assessment holds that names no day for its review; ours, no law's
 * @param patchHolds  how long a device may go without a security update
 */
record Limits(int assets, int matches, int listed, int listedEach, Period riskHolds, Period patchHolds) {

    static final Limits USUAL = new Limits(10_000, 10, 25, 10, Period.ofYears(1), Period.ofDays(45));
}
