package org.tocsin.web.paging;

import org.tocsin.problem.Problem;

/** How many items a part of a list has at most: the same for every list. */
public final class PartSize {

    public static final int LARGEST = 500;
    public static final String DESCRIPTION = "At most this many, 1 to " + LARGEST;

    private PartSize() {
    }

    /** @throws Problem 400 when a part cannot be of this size */
    public static int of(int limit) {
        if (limit < 1 || limit > LARGEST) {
            throw new Problem(400, "bad-limit", "Unusable limit", "limit is a number from 1 to " + LARGEST + ".");
        }
        return limit;
    }
}
