package org.tocsin.triage;

import java.util.UUID;
import org.tocsin.problem.Problem;
import org.tocsin.web.Cursor;

/** A place in the queue's order, that of a report when it pressed so much, so that paging goes on where it stopped whatever has arrived since. */
record Place(int pressing, UUID id) {

    /** Before everything else. */
    static final Place FIRST = new Place(Short.MAX_VALUE, new UUID(0, 0));

    static Place of(TriageItem item) {
        return new Place(item.pressing(), item.id());
    }

    String written() {
        return Cursor.write(pressing, id);
    }

    /** @throws Problem 400 when we did not write it */
    static Place read(String written) {
        return Cursor.read(written, parts -> new Place(Short.parseShort(parts[0]), UUID.fromString(parts[1])), Place::written)
                .orElseThrow(() -> new Problem(400, "bad-page", "Unknown page",
                        "The parameter after is not one that this service gave. Begin again without it."));
    }
}
