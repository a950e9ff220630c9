package org.tocsin.attachment;

import java.util.UUID;

/**
 * One request's turn to write an upload.
 *
 * @param fence  whoever has a higher one has taken over
 * @param offset where it begins
 */
record Turn(UUID upload, ContentKey content, long fence, long offset, Long length) {

    /** How many bytes the whole may have: what was said, and never more than is accepted. */
    long most() {
        return length == null ? Limits.BYTES : length;
    }
}
