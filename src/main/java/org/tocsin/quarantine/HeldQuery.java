package org.tocsin.quarantine;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.problem.Problem;
import org.tocsin.web.Cursor;
import org.tocsin.web.paging.PartSize;

/**
 * Which part of the quarantine is asked for.
 *
 * @param state null for all
 * @param after the last id of the part before; null for the first part
 */
record HeldQuery(String state, UUID after, int limit) {

    private static final List<String> STATES =
            List.of(HeldReport.HELD, HeldReport.ACCEPTING, HeldReport.ACCEPTED, HeldReport.REFUSED);

    /** @throws Problem 400 when one of them cannot be used */
    static HeldQuery of(String state, String after, int limit) {
        if (state != null && !STATES.contains(state)) {
            throw new Problem(400, "bad-parameter", "Unusable parameter", "state is one of " + String.join(", ", STATES) + ".");
        }
        return new HeldQuery(state, after == null ? null : place(after), PartSize.of(limit));
    }

    String next(UUID last) {
        return "/api/v1/quarantine?limit=" + limit + (state == null ? "" : "&state=" + state) + "&after=" + Cursor.write(last);
    }

    private static UUID place(String after) {
        Optional<UUID> place = Cursor.read(after, parts -> UUID.fromString(parts[0]), Cursor::write);
        return place.orElseThrow(() -> new Problem(400, "bad-page", "Unusable place",
                "after is not a place that this service gave. Begin again without it, then follow next."));
    }
}
