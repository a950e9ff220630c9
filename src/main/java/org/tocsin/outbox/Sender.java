package org.tocsin.outbox;

import java.util.Optional;

/**
 * What a room does with its entries. The outbox decides when, and on which thread.
 *
 * @param <M> what is sent
 * @param <R> how it went
 */
public interface Sender<M, R> {

    /**
     * Reads what is to be sent, in the transaction of the claim.
     *
     * @return nothing when it is not to be sent any more; then the row says so, or it would be claimed again
     */
    Optional<M> begin(Lease lease);

    /** Sends once, outside of any transaction and in bounded time. Never throws for what the other side or the network did. */
    R send(M message);

    Verdict verdict(R result);

    /** Writes down how it went, in a transaction, if the lease's fence is still the row's. Sets when it is tried again. */
    void record(Lease lease, M message, R result);
}
