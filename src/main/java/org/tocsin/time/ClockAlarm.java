package org.tocsin.time;

import java.time.Duration;
import java.time.Instant;

/**
 * Something is wrong with our clock, or is not any more. Whoever must act on it observes it; an observer that fails hears it again.
 *
 * @param at by the clock in question
 * @param by for a step how far the clock went, negative when back; otherwise the true time less ours
 */
public record ClockAlarm(Kind kind, Instant at, Duration by, ClockReading reading) {

    public enum Kind {
        /** The clock was set, or the machine slept. */
        STEPPED,
        /** The sources say another time. */
        DRIFTED,
        /** The sources and the clock agree again. */
        AGREED;

        /** As the audit log calls it. */
        public String type() {
            return "clock." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** For people, without a full stop. */
    public String words() {
        return switch (kind) {
            case STEPPED -> "The service's clock went " + (by.isNegative() ? "back" : "forward") + " by " + SpanWords.of(by);
            case DRIFTED -> "The service's clock is " + (by.isNegative() ? "ahead" : "behind") + " by " + SpanWords.of(by);
            case AGREED -> "The service's clock agrees with its sources again";
        };
    }
}
