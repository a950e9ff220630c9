package org.tocsin.web;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.tocsin.problem.Problem;

/** A place in the order of ids, which is that of making, so that paging goes on where it stopped whatever has come since. */
public final class IdPlace {

    /** Before everything else. */
    public static final UUID FIRST = new UUID(0, 0);

    private static final int BYTES = 16;

    private IdPlace() {
    }

    public static String written(UUID id) {
        byte[] bytes = ByteBuffer.allocate(BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws Problem 400 when we did not write it */
    public static UUID read(String written) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(written);
            if (bytes.length == BYTES) {
                ByteBuffer id = ByteBuffer.wrap(bytes);
                return new UUID(id.getLong(), id.getLong());
            }
        } catch (IllegalArgumentException notOurs) {
            // said below
        }
        throw new Problem(400, "bad-page", "Unknown page",
                "The parameter after is not one that this service gave. Begin again without it.");
    }
}
