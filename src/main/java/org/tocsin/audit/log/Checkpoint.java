package org.tocsin.audit.log;

import java.util.Collection;
import java.util.List;

/**
 * What a log says it is at one moment (C2SP tlog-checkpoint): the text that is signed.
 *
 * @param origin     which log
 * @param extensions further lines, opaque; ours has none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    public Checkpoint {
        extensions = List.copyOf(extensions);
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    public String text() {
        StringBuilder text = new StringBuilder(origin + "\n" + size + "\n" + root.base64() + "\n");
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** @throws Malformed when a line is missing or not as it must be, or an empty tree has another root than that of no leaves */
    public static Checkpoint parse(String text) {
        Checkpoint checkpoint = read(text);
        if (!checkpoint.isPossible()) {
            throw new Malformed("a tree without leaves has another root");
        }
        return checkpoint;
    }

    /**
     * What a log has signed.
     *
     * @param keys the log's; the name of each is its origin
     * @throws Malformed when it is another log's, when none of its keys has signed it, or a signature by one of the keys does not verify
     */
    public static Checkpoint signed(Note note, Collection<VerifierKey> keys) {
        Checkpoint checkpoint = parse(note.text());
        List<VerifierKey> own = keys.stream().filter(key -> key.name().equals(checkpoint.origin())).toList();
        if (own.isEmpty()) {
            throw new Malformed("the checkpoint is that of another log, " + checkpoint.origin());
        }
        if (note.signedBy(keys).stream().noneMatch(own::contains)) {
            throw new Malformed("none of its signatures is by " + own);
        }
        return checkpoint;
    }

    /** Whether there can be such a tree: that of no leaves has one root only (RFC 6962 section 2.1). */
    public boolean isPossible() {
        return size > 0 || root.equals(Merkle.EMPTY);
    }

    /**
     * For a witness, who answers differently to what is not written so and to what cannot be so.
     *
     * @throws Malformed when a line is missing or not as it must be
     */
    public static Checkpoint read(String text) {
        if (!text.endsWith("\n")) {
            throw new Malformed("a checkpoint's last line does not end");
        }
        List<String> lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
        if (lines.size() < 3 || lines.stream().anyMatch(String::isEmpty)) {
            throw new Malformed("a checkpoint has three lines or more, and none is empty");
        }
        return new Checkpoint(lines.get(0), Text.decimal(lines.get(1)), Hash.ofBase64(lines.get(2)), lines.subList(3, lines.size()));
    }
}
