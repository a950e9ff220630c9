package org.tocsin.outbox;

/** An entry whose lease is committed, and what is to be sent of it. */
public record Claimed<M>(Lease lease, M message) {
}
