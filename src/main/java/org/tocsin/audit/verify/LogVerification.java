package org.tocsin.audit.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.Malformed;
import org.tocsin.audit.log.Note;
import org.tocsin.audit.log.Tile;
import org.tocsin.audit.log.TileReader;
import org.tocsin.audit.log.VerifierKey;

/**
 * Reads a whole log, entry by entry, rebuilds its tree and compares it with what was signed, now and, if a checkpoint was
 * kept, then. It holds a row of tiles at a time, however long the log is.
 */
public final class LogVerification {

    private static final String KEPT = "the checkpoint was kept";
    private static final String COSIGNED = "witnesses cosigned it";

    private final TileReader server;
    private final List<VerifierKey> keys;
    private final List<Finding> findings = new ArrayList<>();

    /** @param keys the log's: known before, and not asked of the same server if it is not trusted */
    public LogVerification(TileReader server, List<VerifierKey> keys) {
        this.server = server;
        this.keys = keys;
    }

    /**
     * @param now  the checkpoint that the log serves
     * @param then one that was kept earlier
     */
    public List<Finding> verify(byte[] now, Optional<byte[]> then) {
        return verify(now, then, Optional.empty(), List.of());
    }

    /**
     * @param now       the checkpoint that the log serves
     * @param then      one that was kept earlier
     * @param cosigned  the one that witnesses cosigned last; it may be older than the newest
     * @param witnesses the keys of those that must have cosigned it
     */
    public List<Finding> verify(byte[] now, Optional<byte[]> then, Optional<byte[]> cosigned, List<VerifierKey> witnesses) {
        findings.clear();
        Optional<Checkpoint> kept = then.flatMap(note -> signed("the checkpoint that was kept is signed by the log", note));
        Optional<Checkpoint> witnessed = cosigned.flatMap(note -> signed("the checkpoint for witnesses is signed by the log", note));
        if (witnessed.isPresent()) {
            findings.addAll(Cosigned.by(witnesses, Note.parse(cosigned.get())));
        } else {
            witnesses.forEach(witness -> findings.add(Finding.notProved(witness.name() + " has cosigned a checkpoint", "the log has none for witnesses")));
        }
        Optional<Checkpoint> served = signed("the checkpoint is signed by the log", now);
        if (served.isPresent() && then.isPresent() == kept.isPresent() && cosigned.isPresent() == witnessed.isPresent()
                && kept.map(older -> isNotOlder(served.get(), older, KEPT)).orElse(true)
                && witnessed.map(older -> isNotOlder(served.get(), older, COSIGNED)).orElse(true)) {
            rebuild(served.get(), kept, witnessed);
        }
        return List.copyOf(findings);
    }

    private Optional<Checkpoint> signed(String statement, byte[] written) {
        try {
            Checkpoint checkpoint = Checkpoint.signed(Note.parse(written), keys);
            findings.add(Finding.proved("%s (%s, %d entries)".formatted(statement, checkpoint.origin(), checkpoint.size())));
            return Optional.of(checkpoint);
        } catch (Malformed why) {
            findings.add(Finding.notProved(statement, why.getMessage()));
            return Optional.empty();
        }
    }

    private boolean isNotOlder(Checkpoint served, Checkpoint kept, String when) {
        String statement = "the log has not shrunk since " + when;
        if (served.size() < kept.size()) {
            findings.add(Finding.notProved(statement, "the log was rolled back: it had %d entries when %s, and has %d now; "
                    .formatted(kept.size(), when, served.size()) + "the first index that is missing is " + served.size()));
            return false;
        }
        if (served.size() == kept.size() && !served.root().equals(kept.root())) {
            findings.add(Finding.notProved("the log is one and the same for all", "two different trees of %d entries are signed: a split view"
                    .formatted(kept.size())));
            return false;
        }
        findings.add(Finding.proved(statement));
        return true;
    }

    private void rebuild(Checkpoint served, Optional<Checkpoint> kept, Optional<Checkpoint> witnessed) {
        String statement = "every entry from 0 to %d is the one that was signed".formatted(served.size() - 1);
        Rebuilding tree = new Rebuilding(server, served.size(), Stream.concat(kept.stream(), witnessed.stream())
                .map(Checkpoint::size).collect(Collectors.toSet()));
        try {
            tree.run();
        } catch (Rebuilding.Bad bad) {
            findings.add(Finding.notProved(statement, bad.getMessage()));
            return;
        }
        long proved = Math.max(beginsWith(tree, kept, KEPT), beginsWith(tree, witnessed, COSIGNED));
        if (tree.root().equals(served.root())) {
            findings.add(Finding.proved(statement));
        } else {
            findings.add(Finding.notProved(statement, "the root of all entries is %s and not %s as signed, while all tiles agree with them: the first bad index is one from %d to %d"
                    .formatted(tree.root(), served.root(), proved, served.size() - 1)));
        }
    }

    /** @return how many entries are proved by that */
    private long beginsWith(Rebuilding tree, Optional<Checkpoint> earlier, String when) {
        if (earlier.isEmpty()) {
            return 0;
        }
        long size = earlier.get().size();
        String statement = "the log still begins with the %d entries that it had when %s".formatted(size, when);
        if (earlier.get().root().equals(tree.rootAt(size))) {
            findings.add(Finding.proved(statement));
            return size;
        }
        findings.add(Finding.notProved(statement, "they were rewritten: the first bad index is one from 0 to %d, and the server's tiles agree with what it says now: a split view"
                .formatted(size - 1)));
        return 0;
    }

    /** How much of a log that was read, by tiles of entries. */
    static long bundles(long size) {
        return (size + Tile.FULL - 1) / Tile.FULL;
    }
}
