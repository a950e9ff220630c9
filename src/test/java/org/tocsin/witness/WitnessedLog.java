package org.tocsin.witness;

import java.util.List;
import org.tocsin.audit.log.AddCheckpoint;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.Grown;
import org.tocsin.audit.log.Note;
import org.tocsin.audit.log.NoteSigner;
import org.tocsin.audit.log.Proofs;
import org.tocsin.audit.log.TileNodes;
import org.tocsin.local.LogKey;
import org.tocsin.local.TestStack;

/** The logs that the service under test witnesses: {@code log-0.example} and so on, which sign whatever a test wants. */
final class WitnessedLog {

    static final NoteSigner KEY = LogKey.log(TestStack.certificates(), "other");

    private WitnessedLog() {
    }

    /** What a log asks that thinks the witness has cosigned {@code old} last; rightly made whenever that can be. */
    static AddCheckpoint request(Grown tree, String origin, long old, long size) {
        return new AddCheckpoint(old, old > size ? List.of() : Proofs.consistency(new TileNodes(size, tree), old, size),
                signed(new Checkpoint(origin, size, tree.root(size))));
    }

    static Note signed(Checkpoint checkpoint) {
        return new Note(checkpoint.text(), List.of(KEY.sign(checkpoint.text())));
    }
}
