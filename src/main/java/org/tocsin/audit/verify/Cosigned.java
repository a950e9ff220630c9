package org.tocsin.audit.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.Cosignature;
import org.tocsin.audit.log.Malformed;
import org.tocsin.audit.log.Note;
import org.tocsin.audit.log.SignatureLine;
import org.tocsin.audit.log.VerifierKey;

/** What the witnesses that somebody trusts said of a checkpoint (C2SP tlog-cosignature). */
final class Cosigned {

    private Cosigned() {
    }

    /** A statement for each of these witnesses. */
    static List<Finding> by(List<VerifierKey> witnesses, Note note) {
        List<Finding> findings = new ArrayList<>();
        for (VerifierKey witness : witnesses) {
            String statement = witness.name() + " has cosigned the checkpoint";
            try {
                if (witness.type() != VerifierKey.COSIGNATURE) {
                    throw new Malformed("that key signs notes and does not cosign");
                }
                SignatureLine line = note.signatures().stream().filter(each -> each.isBy(witness)).findFirst()
                        .orElseThrow(() -> new Malformed("there is no cosignature by that key"));
                note.signedBy(List.of(witness));
                findings.add(Finding.proved("%s of %d entries, on %s by its own clock".formatted(statement,
                        Checkpoint.parse(note.text()).size(), Instant.ofEpochSecond(Cosignature.time(line.signature())))));
            } catch (Malformed why) {
                findings.add(Finding.notProved(statement, why.getMessage()));
            }
        }
        return findings;
    }

    /** Names the signatures that nobody asked to have checked. */
    static void others(Note note, List<VerifierKey> known, Consumer<String> aside) {
        List<String> others = note.signatures().stream()
                .filter(line -> known.stream().noneMatch(line::isBy))
                .map(SignatureLine::name).distinct().toList();
        if (!others.isEmpty()) {
            aside.accept("note: it also has signatures that are not checked, by " + String.join(", ", others) + "; give a witness's key with --witness");
        }
    }
}
