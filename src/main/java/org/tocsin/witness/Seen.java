package org.tocsin.witness;

import java.util.Optional;
import org.tocsin.audit.log.AddCheckpoint;
import org.tocsin.audit.log.Check;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.Hash;
import org.tocsin.audit.log.Merkle;

/**
 * What we cosigned last of a log, and what follows from it for what is asked now.
 *
 * @param note as we gave it out; null when there is none yet
 */
record Seen(long size, Hash root, String note) {

    static final Seen NOTHING = new Seen(0, Merkle.EMPTY, null);

    /** Why this must not be cosigned, in the order of C2SP tlog-witness; nothing when it may be. */
    Optional<Verdict> objection(AddCheckpoint request, Checkpoint checkpoint) {
        if (request.old() > checkpoint.size()) {
            return Optional.of(Verdict.malformed("the old size is larger than the new one"));
        }
        if (request.old() != size) {
            return Optional.of(new Verdict.OtherSize(size));
        }
        if (!checkpoint.isPossible()) {
            return Optional.of(Verdict.inconsistent("a tree without leaves has another root"));
        }
        if (contradicts(checkpoint)) {
            return Optional.of(Verdict.inconsistent("we have cosigned another tree of " + size + " entries: a split view"));
        }
        return Check.consistent(checkpoint.root(), checkpoint.size(), root, size, request.proof()) ? Optional.empty()
                : Optional.of(Verdict.inconsistent("it is not proved that the tree begins with the one of " + size + " entries that we cosigned last"));
    }

    /** Two signed trees of one size: whoever holds both has proved that the log lies. */
    boolean contradicts(Checkpoint checkpoint) {
        return note != null && checkpoint.size() == size && !checkpoint.root().equals(root);
    }
}
