package org.tocsin.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Reads a content back, piece by piece: never more than one of them is in memory, and no transaction waits for a reader. */
@ApplicationScoped
class StoredBytes {

    private final ContentStore store;

    StoredBytes(ContentStore store) {
        this.store = store;
    }

    /** Writes the bytes from one place to before another. */
    void write(ContentKey content, long from, long before, OutputStream out) throws IOException {
        for (long at = from; at < before; ) {
            ContentStore.Piece piece = store.holding(content, at);
            int skipped = (int) (at - piece.at());
            int length = (int) Math.min(piece.bytes().length - skipped, before - at);
            if (length <= 0) {
                throw new IllegalStateException("content " + content.id() + " has no byte " + at);
            }
            out.write(piece.bytes(), skipped, length);
            at += length;
        }
    }

    /** @return SHA-256 of the first so many bytes */
    byte[] digest(ContentKey content, long size) {
        MessageDigest digest = sha256();
        try {
            write(content, 0, size, new OutputStream() {
                @Override
                public void write(int one) {
                    digest.update((byte) one);
                }

                @Override
                public void write(byte[] bytes, int from, int length) {
                    digest.update(bytes, from, length);
                }
            });
        } catch (IOException e) {
            throw new IllegalStateException("a digest does not write anywhere", e);
        }
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
