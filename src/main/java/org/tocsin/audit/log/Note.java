package org.tocsin.audit.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A text with the signatures under it (C2SP signed-note). Signatures by keys that nobody here knows are carried and
 * mean nothing.
 *
 * @param text ends with a newline
 */
public record Note(String text, List<SignatureLine> signatures) {

    private static final int MOST_SIGNATURES = 100;
    private static final int MOST_BYTES = 1_000_000;

    public Note {
        signatures = List.copyOf(signatures);
    }

    /** @throws Malformed when it is no signed note */
    public static Note parse(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new Malformed("a note of " + bytes.length + " bytes");
        }
        String note = Text.utf8(bytes);
        if (note.chars().anyMatch(character -> character < ' ' && character != '\n')) {
            throw new Malformed("a note with control characters");
        }
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n") || end + 2 == note.length()) {
            throw new Malformed("a note without signatures");
        }
        String[] lines = note.substring(end + 2, note.length() - 1).split("\n", -1);
        if (lines.length > MOST_SIGNATURES) {
            throw new Malformed("a note with " + lines.length + " signatures");
        }
        List<SignatureLine> signatures = new ArrayList<>();
        for (String line : lines) {
            signatures.add(SignatureLine.parse(line));
        }
        return new Note(note.substring(0, end + 1), signatures);
    }

    public static Note parse(String written) {
        return parse(written.getBytes(StandardCharsets.UTF_8));
    }

    public String written() {
        StringBuilder written = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> written.append(signature.written()));
        return written.toString();
    }

    public Note with(SignatureLine signature) {
        List<SignatureLine> more = new ArrayList<>(signatures);
        more.add(signature);
        return new Note(text, more);
    }

    /**
     * Which of these keys have signed it.
     *
     * @throws Malformed when a signature that names one of them does not verify: then the whole note is not to be trusted
     */
    public List<VerifierKey> signedBy(Collection<VerifierKey> known) {
        List<VerifierKey> signers = new ArrayList<>();
        for (SignatureLine signature : signatures) {
            for (VerifierKey key : known) {
                if (signature.isBy(key) && !signers.contains(key)) {
                    if (!key.verifies(text, signature.signature())) {
                        throw new Malformed("the signature by " + key.name() + " does not verify");
                    }
                    signers.add(key);
                }
            }
        }
        return signers;
    }
}
