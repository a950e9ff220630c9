package org.tocsin.triage;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.tocsin.problem.Problem;

/** A place in the queue's order, so that paging goes on where it stopped whatever has arrived since. */
record Place(int pressing, Instant receivedAt, UUID id) {

    /** Before everything else. */
    static final Place FIRST = new Place(Short.MAX_VALUE, Instant.EPOCH, new UUID(0, 0));

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    static Place of(TriageItem item) {
        return new Place(item.pressing(), item.receivedAt(), item.id());
    }

    String written() {
        String plain = pressing + " " + receivedAt + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Problem 400 when we did not write it */
    static Place read(String written) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8).split(" ");
            Place place = new Place(Short.parseShort(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2]));
            // Also refuses what only looks like ours, such as a year that no database keeps.
            if (place.receivedAt.isBefore(Instant.EPOCH) || place.receivedAt.isAfter(LAST) || !place.written().equals(written)) {
                throw new IllegalArgumentException(written);
            }
            return place;
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException notOurs) {
            throw new Problem(400, "bad-page", "Unknown page",
                    "The parameter after is not one that this service gave. Begin again without it.");
        }
    }
}
