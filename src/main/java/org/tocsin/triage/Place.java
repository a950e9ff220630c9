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
            return new Place(Integer.parseInt(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException notOurs) {
            throw new Problem(400, "bad-page", "Unknown page",
                    "The parameter after is not one that this service gave. Begin again without it.");
        }
    }
}
