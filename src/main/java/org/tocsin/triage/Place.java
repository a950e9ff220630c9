package org.tocsin.triage;

import java.time.Instant;
import java.util.UUID;
import org.tocsin.problem.Problem;
import org.tocsin.web.Cursor;

/** A place in the queue's order, so that paging goes on where it stopped whatever has arrived since. */
record Place(int pressing, Instant receivedAt, UUID id) {

    /** Before everything else. */
    static final Place FIRST = new Place(Short.MAX_VALUE, Instant.EPOCH, new UUID(0, 0));

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    static Place of(TriageItem item) {
        return new Place(item.pressing(), item.receivedAt(), item.id());
    }

    String written() {
        return Cursor.write(pressing, receivedAt, id);
    }

    /** @throws Problem 400 when we did not write it */
    static Place read(String written) {
        return Cursor.read(written, parts -> new Place(Short.parseShort(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2])),
                        Place::written)
                // A year that no database keeps.
                .filter(place -> !place.receivedAt.isBefore(Instant.EPOCH) && !place.receivedAt.isAfter(LAST))
                .orElseThrow(() -> new Problem(400, "bad-page", "Unknown page",
                        "The parameter after is not one that this service gave. Begin again without it."));
    }
}
