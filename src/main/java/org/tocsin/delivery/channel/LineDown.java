package org.tocsin.delivery.channel;

/** There was no answer. The message says why, in words that a liaison can act on. */
class LineDown extends RuntimeException {

    LineDown(String message, Throwable cause) {
        super(message, cause);
    }
}
