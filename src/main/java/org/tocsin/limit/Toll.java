package org.tocsin.limit;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.tocsin.party.CurrentCaller;
import org.tocsin.problem.Problem;

/**
 * What this request takes from its caller's share. One for each request is taken before the operation begins; one
 * that does the work of many, such as a batch, takes the rest itself, before it opens a transaction.
 */
@RequestScoped
public class Toll {

    private final Limits limits;
    private final CurrentCaller caller;
    private final ByteQuota quota;
    private Allowance last;

    Toll(Limits limits, CurrentCaller caller, ByteQuota quota) {
        this.limits = limits;
        this.quota = quota;
        this.caller = caller;
    }

    /** @throws Problem 429 when neither the client nor its organisation has so much left; then nothing is taken */
    public void pay(Kind kind, long tokens) {
        if (tokens <= 0) {
            return;
        }
        last = limits.take(caller.get(), kind, tokens);
        if (!last.granted()) {
            throw Limits.refusal(last, kind);
        }
    }

    /** @throws Problem 429 when the organisation has sent as many bytes today as it may; then nothing is taken */
    public void payBytes(String organisation, ByteQuota.Use use, long bytes) {
        Allowance allowance = quota.take(organisation, use, bytes);
        if (!allowance.granted()) {
            last = allowance;
            throw ByteQuota.refusal(allowance).retryAfter((int) allowance.retryAfterSeconds());
        }
    }

    Optional<Allowance> last() {
        return Optional.ofNullable(last);
    }
}
