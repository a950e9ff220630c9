package org.tocsin.asset;

import java.util.Arrays;
import java.util.Optional;
import org.tocsin.problem.Problem;

/**
 * The condition under which a write is wanted (RFC 9110 section 13.1.1): only if the entry is still the one that
 * was read.
 *
 * @param header the If-Match header; null when there is no condition
 */
record IfMatch(String header) {

    /** @throws Problem 412 with the tag of what is there now */
    void check(Optional<Asset> present) {
        if (header == null || present.isPresent() && (anything() || names(present.get().tag()))) {
            return;
        }
        Problem stale = new Problem(412, "stale-entry", "Changed meanwhile", present.isPresent()
                ? "The entry is no longer the one that If-Match names. Read it again, then decide."
                : "If-Match names an entry that does not exist.");
        throw present.map(asset -> stale.with("etag", quoted(asset.tag()))).orElse(stale);
    }

    boolean isGiven() {
        return header != null;
    }

    private boolean anything() {
        return header.strip().equals("*");
    }

    private boolean names(String tag) {
        return Arrays.stream(header.split(",")).map(String::strip).anyMatch(quoted(tag)::equals);
    }

    private static String quoted(String tag) {
        return '"' + tag + '"';
    }
}
