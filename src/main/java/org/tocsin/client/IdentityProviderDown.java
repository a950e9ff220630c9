package org.tocsin.client;

/** The identity provider did not answer, or not as it should. What was asked of it may have been done all the same. */
class IdentityProviderDown extends RuntimeException {

    IdentityProviderDown(String reason, Throwable cause) {
        super(reason, cause);
    }
}
