package org.tocsin.time;

import java.time.Duration;

/**
 * What one source of time said of our clock.
 *
 * @param offset      the source's time less ours
 * @param uncertainty the source is right to within this, if it is right at all
 */
record SourceAnswer(String source, Duration offset, Duration uncertainty) {

    Duration from() {
        return offset.minus(uncertainty);
    }

    Duration to() {
        return offset.plus(uncertainty);
    }

    boolean meets(SourceAnswer other) {
        return from().compareTo(other.to()) <= 0 && other.from().compareTo(to()) <= 0;
    }
}
