package org.tocsin.attachment;

/**
 * Where the bytes of attachments are. This is the seam for an object store: whoever puts another one in implements
 * these three methods and makes it the alternative to {@link DatabaseContent} (docs/decisions/0016).
 *
 * <p>Never called while a database transaction is open, and what was put is durable when the call returns. Which
 * pieces count is not decided here: those that the upload's row, and later the content's size, cover.
 */
public interface ContentStore {

    /** @param at its first byte's place in the content */
    record Piece(long at, byte[] bytes) {
    }

    /**
     * Keeps a piece. One that is there already at this place is replaced, unless it was put under a higher fence.
     *
     * @param fence the number under which the upload is written; two writers of one upload have different ones
     */
    void put(ContentKey content, long fence, Piece piece);

    /** @return the piece in which that byte is */
    Piece holding(ContentKey content, long at);

    /** Forgets all pieces of a content that no attachment has. Doing it again does nothing. */
    void remove(ContentKey content);
}
