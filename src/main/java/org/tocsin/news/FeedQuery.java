package org.tocsin.news;

import java.time.Duration;
import org.tocsin.problem.Problem;
import org.tocsin.store.Sight;
import org.tocsin.web.paging.PartSize;

/**
 * Which changes are asked for.
 *
 * @param after null for from now on
 * @param patience how long to wait if there is nothing
 */
record FeedQuery(Sight sight, Cursor after, int limit, Duration patience) {

    static final int LONGEST_WAIT_SECONDS = 30;

    private static final String FROM_NOW_ON = "now";

    /** @throws Problem 400 when one of them cannot be used */
    static FeedQuery of(Sight sight, String after, int limit, int waitSeconds) {
        if (waitSeconds < 0 || waitSeconds > LONGEST_WAIT_SECONDS) {
            throw new Problem(400, "bad-wait", "Unusable wait", "wait is a number of seconds from 0 to " + LONGEST_WAIT_SECONDS + ".");
        }
        return new FeedQuery(sight, cursor(sight, after), PartSize.of(limit), Duration.ofSeconds(waitSeconds));
    }

    private static Cursor cursor(Sight sight, String after) {
        if (FROM_NOW_ON.equals(after)) {
            return null;
        }
        return after == null ? Cursor.oldest(sight) : Cursor.read(sight, after);
    }

    /** The same from there on. */
    FeedQuery from(Cursor place) {
        return new FeedQuery(sight, place, limit, patience);
    }

    String url() {
        return "/api/v1/changes?limit=" + limit + (patience.isZero() ? "" : "&wait=" + patience.toSeconds()) + "&after=" + after.written();
    }
}
