package org.tocsin.evidence;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.tocsin.problem.Problem;

/**
 * How many read the public log at once without saying who they are. Each of them needs the database, and reports need it too. A reader that asks for
 * some tiles ahead waits a moment for its turn; where too many wait, it is told to come again. Whoever has a token is not counted here.
 */
@ApplicationScoped
class PublicReads {

    static final int AT_ONCE = 5;
    private static final int WAITING = 50;
    private static final long PATIENCE_SECONDS = 2;

    private final SecurityIdentity identity;
    private final Semaphore reading = new Semaphore(AT_ONCE, true);
    private final Semaphore here = new Semaphore(AT_ONCE + WAITING);

    PublicReads(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** @throws Problem 429, with Retry-After, when it would have to wait for too long */
    Response inTurn(Supplier<Response> read) {
        if (!identity.isAnonymous()) {
            return read.get();
        }
        if (!here.tryAcquire()) {
            throw tooMany();
        }
        try {
            return whenThereIsRoom(read);
        } finally {
            here.release();
        }
    }

    private Response whenThereIsRoom(Supplier<Response> read) {
        if (!comesToItsTurn()) {
            throw tooMany();
        }
        try {
            return read.get();
        } finally {
            reading.release();
        }
    }

    private boolean comesToItsTurn() {
        try {
            return reading.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Problem tooMany() {
        return new Problem(429, "too-many-readers", "Too many readers",
                "More read the public log at this moment than can at once. Come again in a moment, or with a token.").retryAfter((int) PATIENCE_SECONDS);
    }
}
