package org.tocsin.audit.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

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
        return new Note(note.substring(0, end + 1), lines(note.substring(end + 2)));
    }

    /**
     * Signature lines alone, as a witness answers them.
     *
     * @throws Malformed when something else is among them
     */
    public static List<SignatureLine> signatures(byte[] written) {
        String lines = Text.utf8(written);
        if (!lines.endsWith("\n")) {
            throw new Malformed("not lines of signatures");
        }
        return lines(lines);
    }

    private static List<SignatureLine> lines(String written) {
        String[] lines = written.substring(0, written.length() - 1).split("\n", -1);
        if (lines.length > MOST_SIGNATURES) {
            throw new Malformed("a note with " + lines.length + " signatures");
        }
        return Stream.of(lines).map(SignatureLine::parse).toList();
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

    /** The same text with one signature by each of these keys: the first, which is the one that {@link #signedBy} has verified. */
    public Note only(Collection<VerifierKey> keys) {
        return new Note(text, keys.stream().flatMap(key -> signatures.stream().filter(signature -> signature.isBy(key)).limit(1)).toList());
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
