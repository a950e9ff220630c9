package org.tocsin.attachment;

/** How much may be attached. */
final class Limits {

    static final int ATTACHMENTS = 10;
    /** Of one report, begun and not finished. */
    static final int OPEN_UPLOADS = 10;
    static final int BYTES = 25 * 1024 * 1024;
    /** Of all files that one form brings; the form as a whole must be less than {@code quarkus.http.limits.max-body-size}. */
    static final int FORM_BYTES = 30 * 1024 * 1024;
    static final int NAME_CHARACTERS = 200;
    /** What is held in memory of a file at a time, and what one commit stores. */
    static final int PIECE_BYTES = 256 * 1024;
    /** How much more than is accepted is still read, so that a sender who reads only when it has sent all gets its answer. */
    static final int DRAINED_BYTES = 8 * 1024 * 1024;

    private Limits() {
    }
}
