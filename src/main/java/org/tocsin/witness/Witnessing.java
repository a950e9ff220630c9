package org.tocsin.witness;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.tocsin.audit.Actor;
import org.tocsin.audit.Audience;
import org.tocsin.audit.Audit;
import org.tocsin.audit.AuditEvent;
import org.tocsin.audit.log.AddCheckpoint;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.Malformed;
import org.tocsin.audit.log.Note;
import org.tocsin.audit.log.SignatureLine;
import org.tocsin.audit.log.VerifierKey;
import org.tocsin.json.Json;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/**
 * Cosigns checkpoints of the logs that we witness, each tree only if it begins with the one before it (C2SP tlog-witness).
 *
 * <p>Crash story: the row that says what we cosigned is committed before the cosignature is answered. If we crash before the
 * commit, nobody has seen the signature, and the log asks again. If we crash after it, the log does not know; it asks again from
 * where it was, is answered 409 with the size that we have, asks once more with that size, and gets a cosignature of the same
 * tree or a later one. No tree that contradicts the row can be cosigned then. Of two requests that come at once, one changes
 * the row; the other finds that it is not what was judged, and is answered 409.
 *
 * <p>A cosignature leaves no entry in our own log: two instances that witness each other would never come to rest.
 */
@ApplicationScoped
class Witnessing {

    private static final Logger LOG = Logger.getLogger(Witnessing.class);

    private final Transactions transactions;
    private final WitnessedLogs logs;
    private final WitnessedTrees trees;
    private final Audit audit;
    private final Now now;

    Witnessing(Transactions transactions, WitnessedLogs logs, WitnessedTrees trees, Audit audit, Now now) {
        this.transactions = transactions;
        this.logs = logs;
        this.trees = trees;
        this.audit = audit;
        this.now = now;
    }

    /** @param body as it came */
    Verdict consider(byte[] body) {
        AddCheckpoint request;
        Checkpoint checkpoint;
        try {
            request = AddCheckpoint.parse(body);
            checkpoint = Checkpoint.read(request.note().text());
        } catch (Malformed why) {
            return Verdict.malformed(why.getMessage());
        }
        Optional<List<VerifierKey>> keys = logs.keysOf(checkpoint.origin());
        if (keys.isEmpty()) {
            return Verdict.unknownLog();
        }
        List<VerifierKey> signers;
        try {
            signers = request.note().signedBy(keys.get());
        } catch (Malformed forged) {
            return Verdict.unsigned(forged.getMessage());
        }
        return signers.isEmpty() ? Verdict.unsigned("there is no signature by one")
                : transactions.seeing(Sight.all(), () -> judge(request, checkpoint, signers));
    }

    private Verdict judge(AddCheckpoint request, Checkpoint checkpoint, List<VerifierKey> signers) {
        Seen seen = trees.of(checkpoint.origin());
        if (seen.contradicts(checkpoint)) {
            keep(seen, checkpoint, request.note().only(signers));
        }
        return seen.objection(request, checkpoint).orElseGet(() -> {
            SignatureLine line = logs.cosigner().orElseThrow().cosign(checkpoint.text(), now.instant().getEpochSecond());
            Note cosigned = request.note().only(signers).with(line);
            return trees.advance(seen, checkpoint, cosigned) ? new Verdict.Cosigned(line)
                    : new Verdict.OtherSize(trees.of(checkpoint.origin()).size());
        });
    }

    /** Both checkpoints are kept, for they prove it to anyone who has the log's key; of the signatures those that we have verified. */
    private void keep(Seen seen, Checkpoint checkpoint, Note refused) {
        if (trees.keepContradiction(seen, checkpoint, refused)) {
            LOG.errorf("A log that we witness has signed two different trees of one size: a split view. origin=%s size=%d", checkpoint.origin(), checkpoint.size());
            audit.write(new AuditEvent(null, null, "witness.split-view-found", Actor.TOCSIN, Audience.INTERNAL, now.instant(),
                    Json.MAPPER.createObjectNode()
                            .put("origin", checkpoint.origin())
                            .put("size", checkpoint.size())
                            .put("cosigned", seen.note())
                            .put("refused", refused.written())));
        }
    }

    /**
     * The last checkpoint of a log that we cosigned, with the log's signature and ours.
     *
     * @param originHash SHA-256 of its origin, in lower-case hexadecimal
     */
    Optional<String> last(String originHash) {
        return logs.origin(originHash).flatMap(origin ->
                transactions.seeing(Sight.all(), () -> Optional.ofNullable(trees.of(origin).note())));
    }
}
