package org.tocsin.local;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what the service does by itself, no longer than until it is so. */
public final class Await {

    private static final Duration AT_MOST = Duration.ofSeconds(120);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Await() {
    }

    /** Until the log has a place for every entry that was written so far. */
    public static void sequenced() {
        until("nothing is pending", () -> Rows.number("select count(*) from audit_pending") == 0);
    }

    /** Until whatever was written so far can be read among the changes. */
    public static void told() {
        sequenced();
        until("every place has been looked at for news",
                () -> Rows.number("select s.next_index - c.next_leaf from audit_sequence s, change_place c") <= 0);
    }

    /** Until a checkpoint of the log covers every entry that was written so far. */
    public static void signed() {
        sequenced();
        until("a checkpoint covers all", () -> Rows.number("""
                select next_index - (select coalesce(max(size), 0) from audit_checkpoint) from audit_sequence""") <= 0);
    }

    /** @param what the condition in words, for whoever reads that it never came */
    public static void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + AT_MOST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within " + AT_MOST.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }
}
