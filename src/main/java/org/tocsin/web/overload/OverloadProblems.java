package org.tocsin.web.overload;

import org.tocsin.problem.Problem;

/** The refusals of who is too slow or asks too much at once. */
final class OverloadProblems {

    private OverloadProblems() {
    }

    static Problem tooManyAtOnce() {
        return new Problem(429, "too-many-at-once", "Too many requests at once",
                "Too many requests of this client or address are open. Nothing was done. Wait until one of them is answered.").retryAfter(1);
    }

    static Problem overloaded() {
        return new Problem(503, "overloaded", "Overloaded",
                "The service has no room for this request now. Nothing was done. Send it again in a moment.").retryAfter(5);
    }

    static Problem busyWithExpensive() {
        return new Problem(503, "overloaded", "Overloaded",
                "Imports, exports, batches and verifications are run a few at a time, and all places are taken. Nothing was done. "
                        + "Send it again in a moment.").retryAfter(5);
    }

    static Problem tooSlow() {
        return new Problem(408, "body-too-slow", "Body came too slowly",
                "The body did not arrive in time. Nothing was done with it. Send it again over a faster connection, or a large file in parts.");
    }
}
