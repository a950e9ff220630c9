package org.tocsin.audit.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A proof to keep (C2SP tlog-proof): that a log has an entry, checked without asking anyone.
 *
 * @param extra what the application adds, here the entry itself; it proves nothing by itself
 * @param path  the inclusion proof, from the leaf's sibling upwards
 * @param note  the signed checkpoint
 */
public record TlogProof(Optional<byte[]> extra, long index, List<Hash> path, Note note) {

    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final int MOST_HASHES = 63;

    public TlogProof {
        path = List.copyOf(path);
    }

    public String written() {
        StringBuilder written = new StringBuilder(FIRST_LINE).append('\n');
        extra.ifPresent(bytes -> written.append("extra ").append(Base64.getEncoder().encodeToString(bytes)).append('\n'));
        written.append("index ").append(index).append('\n');
        path.forEach(hash -> written.append(hash.base64()).append('\n'));
        return written.append('\n').append(note.written()).toString();
    }

    /** @throws Malformed when it is not such a file */
    public static TlogProof parse(byte[] bytes) {
        String written = Text.utf8(bytes);
        int end = written.indexOf("\n\n");
        if (end < 0) {
            throw new Malformed("a proof without checkpoint");
        }
        List<String> lines = new ArrayList<>(List.of(written.substring(0, end).split("\n", -1)));
        if (!lines.remove(0).equals(FIRST_LINE)) {
            throw new Malformed("a proof begins with the line " + FIRST_LINE);
        }
        Optional<byte[]> extra = after("extra ", lines).map(Text::base64);
        long index = after("index ", lines).map(Text::decimal).orElseThrow(() -> new Malformed("a proof without index"));
        if (lines.size() > MOST_HASHES) {
            throw new Malformed("a proof of " + lines.size() + " hashes");
        }
        return new TlogProof(extra, index, lines.stream().map(Hash::ofBase64).toList(),
                Note.parse(written.substring(end + 2).getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<String> after(String word, List<String> lines) {
        return lines.isEmpty() || !lines.get(0).startsWith(word)
                ? Optional.empty() : Optional.of(lines.remove(0).substring(word.length()));
    }

    /** @throws Malformed when what was signed is no checkpoint */
    public Checkpoint checkpoint() {
        return Checkpoint.parse(note.text());
    }

    /**
     * Why it does not prove that the log of this key has the entry; nothing when it does.
     *
     * @param keys the log's, which whoever asks knew before
     */
    public Optional<String> objection(Collection<VerifierKey> keys, byte[] entry) {
        try {
            Checkpoint checkpoint = Checkpoint.signed(note, keys);
            return Check.includes(checkpoint.root(), checkpoint.size(), index, Merkle.leaf(entry), path)
                    ? Optional.empty() : Optional.of("the entry is not at place " + index + " of the tree that was signed");
        } catch (Malformed reason) {
            return Optional.of(reason.getMessage());
        }
    }
}
