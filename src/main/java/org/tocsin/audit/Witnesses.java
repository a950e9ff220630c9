package org.tocsin.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.tocsin.audit.log.AddCheckpoint;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.Cosignature;
import org.tocsin.audit.log.Malformed;
import org.tocsin.audit.log.Note;
import org.tocsin.audit.log.SignatureLine;

/**
 * Asks witnesses to cosign our checkpoints (C2SP tlog-witness), and takes what it has verified. Nothing waits for them: a
 * checkpoint is served without their cosignatures, and with them as soon as they are there.
 *
 * <p>Crash story: reading, asking and storing are three steps, and only the middle one is no transaction. If we crash after
 * the witness has cosigned and before we have stored that, it knows a larger size than we think; it says so when it is asked
 * next, and is asked again from there.
 */
@ApplicationScoped
class Witnesses {

    private static final Logger LOG = Logger.getLogger(Witnesses.class);

    private final List<Witness> all;
    private final Cosignatures cosignatures;
    private final WitnessLine line;

    Witnesses(LogConfig config, Cosignatures cosignatures, WitnessLine line) {
        all = config.witnesses().entrySet().stream().map(each -> Witness.of(each.getKey(), each.getValue())).toList();
        this.cosignatures = cosignatures;
        this.line = line;
    }

    List<Witness> all() {
        return all;
    }

    /** Their keys' names. */
    List<String> names() {
        return all.stream().map(Witness::name).toList();
    }

    /** @return false when the witness should have cosigned and did not */
    boolean ask(Witness witness) {
        return cosignatures.next(witness).map(request -> ask(witness, request)).orElse(true);
    }

    private boolean ask(Witness witness, AddCheckpoint request) {
        try {
            WitnessLine.Answer answer = line.ask(witness, request);
            Optional<Long> known = sizeIn(answer);
            if (known.isPresent() && known.get() > size(request)) {
                return isAhead(witness, request, known.get());
            }
            AddCheckpoint asked = request;
            if (known.isPresent()) {
                asked = cosignatures.again(request, known.get());
                answer = line.ask(witness, asked);
            }
            return take(witness, asked, answer);
        } catch (Malformed | WitnessLine.NoAnswer why) {
            return failed(witness, why.getMessage());
        }
    }

    private boolean take(Witness witness, AddCheckpoint asked, WitnessLine.Answer answer) {
        return switch (answer.status()) {
            case 200 -> {
                cosignatures.store(witness, asked.note(), cosignature(witness, asked.note(), answer.body()));
                yield true;
            }
            case 422 -> disagreed(witness, Contradiction.OTHER_TREE, size(asked), asked.old());
            default -> failed(witness, "it answered " + answer.status());
        };
    }

    /** Another replica of ours may have asked about a later checkpoint; but nobody can have one that we do not have. */
    private boolean isAhead(Witness witness, AddCheckpoint request, long known) {
        return cosignatures.isSigned(known) || disagreed(witness, Contradiction.UNKNOWN_SIZE, size(request), known);
    }

    private static Optional<Long> sizeIn(WitnessLine.Answer answer) {
        return answer.status() == 409 && answer.type().startsWith(AddCheckpoint.SIZE_TYPE)
                ? Optional.of(AddCheckpoint.size(answer.body())) : Optional.empty();
    }

    /** @throws Malformed when there is none by this witness, or it does not hold */
    private static SignatureLine cosignature(Witness witness, Note note, byte[] lines) {
        return Note.signatures(lines).stream()
                .filter(line -> line.isBy(witness.key()))
                .findFirst()
                .filter(line -> !new Note(note.text(), List.of(line)).signedBy(List.of(witness.key())).isEmpty())
                .filter(line -> Cosignature.time(line.signature()) > 0)
                .orElseThrow(() -> new Malformed("what it answered has no cosignature by " + witness.key()));
    }

    private boolean failed(Witness witness, String problem) {
        LOG.warnf("A witness does not cosign now witness=%s reason=%s", witness.name(), problem);
        cosignatures.failed(witness, problem);
        return false;
    }

    private boolean disagreed(Witness witness, Contradiction what, long ours, long theirs) {
        LOG.errorf("A witness contradicts our audit log. A person must look. witness=%s reason=%s ours=%d theirs=%d", witness.name(), what.words(), ours, theirs);
        cosignatures.disagreed(witness, what, ours, theirs);
        return false;
    }

    private static long size(AddCheckpoint request) {
        return Checkpoint.parse(request.note().text()).size();
    }
}
