package org.tocsin.time;

import java.time.Duration;
import java.time.Instant;

/**
 * Something is wrong with our clock, or is not any more. Whoever must act on it observes it; an observer that fails hears it again.
 *
 * @param at by the clock in question
 * @param by for a step how far the clock went, negative when back; for a doubt how far it is from when it was right last, negative when it is
 *           before that; otherwise the true time less ours
 */
public record ClockAlarm(Kind kind, Instant at, Duration by, ClockReading reading) {

    public enum Kind {
        /** The clock was set, or the machine slept. */
        STEPPED,
        /** The sources say another time. */
        DRIFTED,
        /** At the start it is far from when it counted as right last, and nobody says which of the two is wrong. */
        DOUBTED,
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
            case DOUBTED -> by.isNegative() ? "The service's clock went back by " + SpanWords.of(by) + " while the service was away"
                    : "The service was away for " + SpanWords.of(by) + ", or its clock went forward meanwhile";
            case AGREED -> "The service's clock agrees with its sources again";
        };
    }
}
