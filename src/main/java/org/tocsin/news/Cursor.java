package org.tocsin.news;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.tocsin.problem.Problem;
import org.tocsin.store.Sight;

/**
 * A place between two changes, as a reader keeps it. An operator's holds its own organisation's number and
 * nothing else, so it tells nothing of others; it is good for that organisation alone.
 *
 * @param sight whose changes
 * @param after the number, or for those who see all the place in the log, of the last change that was read
 */
record Cursor(Sight sight, long after) {

    private static final String ALL = "all";
    private static final String OWN = "own ";

    /** Before the oldest that is kept, whichever that is. It is never written. */
    static Cursor oldest(Sight sight) {
        return new Cursor(sight, Long.MIN_VALUE);
    }

    boolean isOldest() {
        return after == Long.MIN_VALUE;
    }

    /** Before everything. */
    static Cursor first(Sight sight) {
        return new Cursor(sight, sight instanceof Sight.Own ? 0 : Changes.BEFORE_ALL);
    }

    static Cursor behind(Sight sight, Change change) {
        return new Cursor(sight, sight instanceof Sight.Own ? change.number() : change.leaf());
    }

    String written() {
        String plain = after + " " + (sight instanceof Sight.Own own ? OWN + own.organisation() : ALL);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Problem 400 when we did not write it, or not for who sees this */
    static Cursor read(Sight sight, String written) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
            Cursor cursor = new Cursor(sight, Long.parseLong(plain.substring(0, Math.max(0, plain.indexOf(' ')))));
            if (cursor.after < first(sight).after || !cursor.written().equals(written)) {
                throw new IllegalArgumentException(written);
            }
            return cursor;
        } catch (IllegalArgumentException notOurs) {
            throw notGiven();
        }
    }

    /** What is behind this place has been removed for its age. */
    static Problem pruned() {
        return new Problem(410, "changes-pruned", "Changes have been removed",
                "Some changes behind this place have been removed for their age. Begin anew: ask for changes with after=now and keep the next "
                        + "that you get, read the reports once with GET /api/v1/reports, and then follow next.")
                .with("begin", "/api/v1/changes?after=now");
    }

    static Problem notGiven() {
        return new Problem(400, "bad-page", "Unknown page",
                "The parameter after is not a cursor that this service gave you. Begin again without it, "
                        + "or with after=now if you do not want what happened before.");
    }
}
