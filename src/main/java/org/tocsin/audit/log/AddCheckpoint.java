package org.tocsin.audit.log;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a log asks of a witness (C2SP tlog-witness, add-checkpoint).
 *
 * @param old   the size of the tree that the witness cosigned last
 * @param proof that the new tree begins with that one (RFC 6962 section 2.1.2)
 * @param note  the new checkpoint with the log's signature
 */
public record AddCheckpoint(long old, List<Hash> proof, Note note) {

    /** Where it is sent, after the witness's prefix. */
    public static final String PATH = "add-checkpoint";
    /** What a refusal is written as that says which size the witness cosigned last. */
    public static final String SIZE_TYPE = "text/x.tlog.size";

    private static final String OLD = "old ";
    private static final int MOST_HASHES = 63;

    public AddCheckpoint {
        proof = List.copyOf(proof);
    }

    public byte[] written() {
        StringBuilder written = new StringBuilder(OLD).append(old).append('\n');
        proof.forEach(hash -> written.append(hash.base64()).append('\n'));
        return written.append('\n').append(note.written()).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws Malformed when it is not written so */
    public static AddCheckpoint parse(byte[] body) {
        String written = Text.utf8(body);
        int end = written.indexOf("\n\n");
        if (end < 0 || !written.startsWith(OLD)) {
            throw new Malformed("it begins with the old size, the proof and an empty line");
        }
        List<String> lines = List.of(written.substring(0, end).split("\n", -1));
        List<String> hashes = lines.subList(1, lines.size());
        if (hashes.size() > MOST_HASHES) {
            throw new Malformed("a proof of " + hashes.size() + " hashes");
        }
        return new AddCheckpoint(Text.decimal(lines.get(0).substring(OLD.length())),
                hashes.stream().map(Hash::ofBase64).toList(), Note.parse(written.substring(end + 2)));
    }

    /** @throws Malformed when the answer 409 does not hold a size and a newline */
    public static long size(byte[] answer) {
        String written = Text.utf8(answer);
        if (!written.endsWith("\n")) {
            throw new Malformed("a size is one line");
        }
        return Text.decimal(written.substring(0, written.length() - 1));
    }
}
