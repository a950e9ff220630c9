package org.tocsin.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import org.tocsin.limit.ByteQuota;
import org.tocsin.problem.Problem;

/**
 * Takes a file's bytes as they come. One piece of it is in memory at a time, and no transaction is open while the sender
 * takes its time.
 *
 * <p>Crash story: each piece is durable before the next is read, and the upload's row says how many are. If we are killed,
 * or the connection breaks, that row and those pieces are there: a sender that knows the upload's address goes on from
 * there, and what nobody goes on with is swept away ({@link UploadSweep}).
 */
@ApplicationScoped
class UploadIntake {

    /**
     * What came.
     *
     * @param received how long the upload is now
     * @param digest   SHA-256 of what came with this request
     */
    record Intake(long received, byte[] digest) {
    }

    private final Uploads uploads;
    private final ContentStore store;
    private final ByteQuota quota;

    UploadIntake(Uploads uploads, ContentStore store, ByteQuota quota) {
        this.uploads = uploads;
        this.store = store;
        this.quota = quota;
    }

    /** @throws Problem 413 when there is too much of it, 400 when it breaks off, 409 when another request has taken over */
    Intake take(Turn turn, InputStream body) {
        MessageDigest digest = StoredBytes.sha256();
        byte[] buffer = new byte[Limits.PIECE_BYTES];
        long at = turn.offset();
        Filled filled;
        do {
            filled = fill(buffer, body);
            if (at + filled.length() > turn.most()) {
                drain(body);
                throw turn.length() == null ? AttachmentRules.tooLarge()
                        : AttachmentRules.wrongLength(turn.length(), at + filled.length());
            }
            if (filled.length() > 0) {
                pay(turn, filled.length(), body);
                store.put(turn.content(), turn.fence(), new ContentStore.Piece(at, Arrays.copyOf(buffer, filled.length())));
                uploads.count(turn, at, filled.length());
                digest.update(buffer, 0, filled.length());
                at += filled.length();
            }
        } while (filled.end() == End.NOT_YET);
        if (filled.end() == End.BROKEN_OFF) {
            throw AttachmentRules.brokenOff(at);
        }
        return new Intake(at, digest.digest());
    }

    /** Before each piece is stored; what came before it stays, and the upload can go on tomorrow. */
    private void pay(Turn turn, int bytes, InputStream body) {
        try {
            quota.demand(turn.content().organisation(), ByteQuota.Use.ATTACHMENT, bytes);
        } catch (Problem usedUp) {
            drain(body);
            throw usedUp;
        }
    }

    private enum End {
        NOT_YET, REACHED, BROKEN_OFF
    }

    private record Filled(int length, End end) {
    }

    /** As {@code readNBytes}, but what was read before the connection broke is not lost. */
    private static Filled fill(byte[] buffer, InputStream body) {
        int length = 0;
        try {
            while (length < buffer.length) {
                int read = body.read(buffer, length, buffer.length - length);
                if (read < 0) {
                    return new Filled(length, End.REACHED);
                }
                length += read;
            }
            return new Filled(length, End.NOT_YET);
        } catch (IOException brokenOff) {
            return new Filled(length, End.BROKEN_OFF);
        }
    }

    private static void drain(InputStream body) {
        try {
            new Bounded(body).transferTo(OutputStream.nullOutputStream());
        } catch (IOException brokenOff) {
            // Then there is nobody to answer; the answer's own way out finds that.
        }
    }

    /** No more than so much is read for nothing. */
    private static final class Bounded extends InputStream {

        private final InputStream body;
        private int left = Limits.DRAINED_BYTES;

        Bounded(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            return left-- > 0 ? body.read() : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int read = body.read(bytes, from, Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }
}
