package org.tocsin.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How it went: how many a second, and how long each took. */
record Rate(int done, int errors, double perSecond, double p50Millis, double p99Millis) {

    static Rate of(List<Load.Tally> tallies, long elapsedNanos) {
        long[] all = tallies.stream().flatMapToLong(tally -> Arrays.stream(tally.nanos())).sorted().toArray();
        int errors = tallies.stream().mapToInt(Load.Tally::errors).sum();
        return new Rate(all.length, errors, all.length / (elapsedNanos / 1e9), at(all, 0.50), at(all, 0.99));
    }

    /** Where each act did so many things. */
    Rate times(int each) {
        return new Rate(done * each, errors, perSecond * each, p50Millis, p99Millis);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }

    String line(String what) {
        return String.format(Locale.ROOT, "%-44s %8.0f /s   p50 %6.2f ms   p99 %7.2f ms   %7d done   %d errors",
                what, perSecond, p50Millis, p99Millis, done, errors);
    }
}
