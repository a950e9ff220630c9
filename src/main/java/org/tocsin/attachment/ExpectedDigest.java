package org.tocsin.attachment;

import java.util.Map;
import java.util.Optional;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;
import org.tocsin.problem.Problem;

/** The SHA-256 that a sender says its file has: Repr-Digest, or Content-Digest of the part that it sends (RFC 9530). */
final class ExpectedDigest {

    static final String OF_THE_WHOLE = "Repr-Digest";
    static final String OF_THIS_PART = "Content-Digest";
    private static final String SHA_256 = "sha-256";
    private static final int BYTES = 32;

    private ExpectedDigest() {
    }

    /**
     * @return nothing when there is no header, or it names other algorithms only
     * @throws Problem 400 when the header cannot be read, for its sender believes that something is checked
     */
    static Optional<byte[]> read(String name, String header) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            Map<String, ? extends ListElement<?>> digests = Parser.parseDictionary(header).get();
            ListElement<?> digest = digests.get(SHA_256);
            if (digest == null) {
                return Optional.empty();
            }
            if (digest instanceof ByteSequenceItem item && item.get().remaining() == BYTES) {
                byte[] bytes = new byte[BYTES];
                item.get().duplicate().get(bytes);
                return Optional.of(bytes);
            }
            throw unreadable(name);
        } catch (ParseException malformed) {
            throw unreadable(name);
        }
    }

    static Problem differs(String name) {
        return new Problem(422, "digest-mismatch", "Digest does not match",
                "What came does not have the SHA-256 that " + name + " names. It was thrown away. Send the file again.");
    }

    private static Problem unreadable(String name) {
        return new Problem(400, "bad-digest", "Unreadable digest",
                name + " is not a digest as RFC 9530 writes it: sha-256=:…:, with 32 bytes in base 64.");
    }
}
