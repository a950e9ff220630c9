package org.tocsin.report;

import java.util.UUID;

/**
 * A submission that is kept.
 *
 * @param answer the answer's bytes: the first one again when it was a repeat
 */
public record Accepted(UUID report, byte[] answer, boolean repeated) {
}
