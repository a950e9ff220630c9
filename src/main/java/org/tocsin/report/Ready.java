package org.tocsin.report;

import java.util.List;

/**
 * A submission that only has to be written.
 *
 * @param keys  what its sender will tell a repeat by; may be none
 * @param first what will be remembered under them
 */
record Ready(Drawn drawn, List<SubmissionKey> keys, FirstAnswer first) {

    Arrival arrival() {
        return drawn.arrival();
    }

    Accepted accepted() {
        return new Accepted(first.report(), first.answer(), false);
    }
}
