package org.tocsin.web;

import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.tocsin.problem.Problem;
import org.tocsin.store.Outage;
import org.tocsin.store.Refusal;

/** Says what is answered where something failed that nobody expected, and writes to the log what a person must look at. */
@Singleton
public class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);
    /** A restart of PostgreSQL takes some seconds. */
    private static final int OUTAGE_SECONDS = 5;

    /** @param path as it was asked for */
    public Problem of(Throwable failure, String path) {
        if (failure instanceof Problem refusal) {
            return refusal;
        }
        if (UnreadableBody.caused(failure)) {
            LOG.debugf(failure, "A body could not be read path=%s", path);
            return RequestHead.malformed("The body broke off, or its parts cannot be told apart. Send it again.");
        }
        if (Refusal.LOCK_NOT_AVAILABLE.caused(failure) || Refusal.DEADLOCK.caused(failure)) {
            return new Problem(503, "busy", "Busy",
                    "Another act on the same thing is taking long. Nothing was done; try again in a moment.").retryAfter(1);
        }
        if (failure instanceof RejectedExecutionException) {
            return new Problem(503, "busy", "Busy", "The service has more to do than it can. Nothing was done; try again in a moment.").retryAfter(1);
        }
        if (Outage.caused(failure)) {
            LOG.warnf("The database does not answer path=%s reason=%s", path, failure.getClass().getSimpleName());
            return new Problem(503, "unavailable", "Unavailable at the moment",
                    "The database does not answer. If you sent something, it is not known whether it was stored: send it again "
                            + "with the same Idempotency-Key, or look whether it is there.").retryAfter(OUTAGE_SECONDS);
        }
        if (Refusal.NUL_IN_TEXT.caused(failure) || Refusal.NUL_IN_JSON.caused(failure)) {
            LOG.warnf("A text with U+0000 came as far as the database path=%s", path);
            return SoundText.unusable();
        }
        UUID incident = UUID.randomUUID();
        LOG.errorf(failure, "Unexpected failure incident=%s path=%s", incident, path);
        return new Problem(500, "internal", "Our fault",
                "Something failed on our side. Nothing that was not confirmed has been stored; trying again is safe. "
                        + "If it happens again, tell us this number: " + incident + ".");
    }
}
