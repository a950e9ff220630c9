package org.tocsin.conditional;

import java.util.Optional;

/**
 * The condition under which a write is wanted (RFC 9110 section 13.1.1): only if what is there is still what was read.
 *
 * @param header the If-Match header; null when there is no condition
 */
public record IfMatch(String header) {

    public boolean isGiven() {
        return header != null;
    }

    /** @param present the tag of what is there; empty when there is nothing */
    public boolean holds(Optional<ETag> present) {
        return header == null || present.isPresent() && present.get().isAmong(header);
    }
}
