package org.tocsin.audit.log;

/** Something is not written as its specification wants it. The message says what, and is fit to be shown. */
public final class Malformed extends RuntimeException {

    public Malformed(String message) {
        super(message);
    }
}
