package org.tocsin.conditional;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import org.tocsin.problem.Problem;

/**
 * The conditions under which a write is wanted (RFC 9110 section 13.1): If-Match, only if what is there is still what was read;
 * If-None-Match, only if it is not there, or is another.
 *
 * @param ifNoneMatch as it was sent; null when it was not
 */
public record Precondition(IfMatch ifMatch, String ifNoneMatch) {

    /** The write is wanted whatever is there. */
    public static final Precondition NONE = new Precondition(new IfMatch(null), null);

    private static final String ANYTHING = "*";

    public static Precondition of(HttpHeaders sent) {
        return new Precondition(new IfMatch(joined(sent, HttpHeaders.IF_MATCH)), joined(sent, HttpHeaders.IF_NONE_MATCH));
    }

    /** @param tag as it was sent; null for no condition */
    public static Precondition ifMatch(String tag) {
        return new Precondition(new IfMatch(tag), null);
    }

    public boolean isGiven() {
        return ifMatch.isGiven() || ifNoneMatch != null;
    }

    /** Whether only something new may be written: whoever writes must be sure of it in the moment in which it writes. */
    public boolean mustBeNew() {
        return ifNoneMatch != null && ifNoneMatch.strip().equals(ANYTHING);
    }

    /**
     * @param present the tag of what is there; empty when there is nothing
     * @throws Problem 412 when a condition does not hold
     */
    public void check(Optional<ETag> present) {
        check(present, present.isPresent());
    }

    /**
     * For what can always be read, with what holds when nobody has written anything.
     *
     * @param written whether anybody has
     * @throws Problem 412 when a condition does not hold
     */
    public void check(Tagged present, boolean written) {
        if (isGiven()) {
            check(Optional.of(present.entityTag()), written);
        }
    }

    private void check(Optional<ETag> present, boolean written) {
        if (!ifMatch.holds(present)) {
            throw refused(present, present.isPresent()
                    ? "It is no longer as If-Match names it. Read it again, then decide."
                    : "If-Match names something that does not exist.");
        }
        if (ifNoneMatch != null && written && present.get().isAmong(ETag.withoutWeakness(ifNoneMatch))) {
            throw refused(present, mustBeNew()
                    ? "It exists already, and If-None-Match: * asks that it does not. Nothing was changed."
                    : "It is as If-None-Match names it. Nothing was changed.");
        }
    }

    private static Problem refused(Optional<ETag> present, String detail) {
        Problem refused = new Problem(412, "precondition-failed", "Precondition failed", detail);
        present.ifPresent(tag -> refused.with("etag", tag.quoted()));
        return refused;
    }

    private static String joined(HttpHeaders sent, String name) {
        List<String> values = sent.getRequestHeader(name);
        return values == null || values.isEmpty() ? null : String.join(",", values);
    }
}
