package org.tocsin.local;

/** Something that the person at the terminal can act on; the message is the one line to show. */
public class StackFailure extends RuntimeException {

    public StackFailure(String message) {
        super(message);
    }

    public StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
