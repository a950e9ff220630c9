package org.tocsin.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * The right to send an entry once and to write down how it went.
 *
 * @param fence   the lease's number: a later lease voids this one
 * @param attempt counted from 1
 */
public record Lease(UUID entry, long fence, int attempt, Instant start) {
}
