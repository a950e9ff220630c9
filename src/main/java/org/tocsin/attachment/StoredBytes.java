package org.tocsin.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Iterator;

/** Reads a content back, piece by piece: never more than one of them is in memory, and no transaction waits for a reader. */
@ApplicationScoped
class StoredBytes {

    private final ContentStore store;

    StoredBytes(ContentStore store) {
        this.store = store;
    }

    /** The bytes from one place to before another, a stored piece at a time. */
    Iterator<byte[]> pieces(ContentKey content, long from, long before) {
        return new Iterator<>() {
            private long at = from;

            @Override
            public boolean hasNext() {
                return at < before;
            }

            @Override
            public byte[] next() {
                ContentStore.Piece piece = store.holding(content, at);
                int skipped = (int) (at - piece.at());
                int length = (int) Math.min(piece.bytes().length - skipped, before - at);
                if (length <= 0) {
                    throw new IllegalStateException("content " + content.id() + " has no byte " + at);
                }
                at += length;
                return Arrays.copyOfRange(piece.bytes(), skipped, skipped + length);
            }
        };
    }

    /** @return SHA-256 of the first so many bytes */
    byte[] digest(ContentKey content, long size) {
        MessageDigest digest = sha256();
        pieces(content, 0, size).forEachRemaining(digest::update);
        return digest.digest();
    }

    /** The first piece, in which what the content is shows. */
    byte[] beginning(ContentKey content) {
        return store.holding(content, 0).bytes();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
