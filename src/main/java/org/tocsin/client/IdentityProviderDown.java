package org.tocsin.client;

/** The identity provider did not answer, or not as it should. What was asked of it may have been done all the same. */
class IdentityProviderDown extends RuntimeException {

    /** The HTTP status of its answer; 0 when there was none. */
    final int answered;

    IdentityProviderDown(String reason, Throwable cause) {
        super(reason, cause);
        this.answered = 0;
    }

    IdentityProviderDown(String reason, int answered) {
        super(reason);
        this.answered = answered;
    }
}
