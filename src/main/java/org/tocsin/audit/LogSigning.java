package org.tocsin.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tocsin.audit.log.Check;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.Hash;
import org.tocsin.audit.log.Nodes;
import org.tocsin.audit.log.Note;
import org.tocsin.audit.log.Proofs;
import org.tocsin.audit.log.TileNodes;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/**
 * Signs the tree as it was stored and read back. Before that it does what an outsider would do: it computes the root from
 * the tiles that are served, and proves from them that the tree begins with the one that was signed last. If either
 * fails, somebody has changed what cannot be changed, and nothing is signed any more until a person has looked.
 *
 * <p>Crash story: a tree's root is stored, one for a size, before there is a signature of it. If we crash after signing
 * and before the commit, nobody has seen the signature; the next one signs the same, or a tree that begins with it. After
 * the commit it is what everyone is served. Of two replicas that sign at once, both sign what is stored, and the second
 * finds that the checkpoint before has a follower: its own is dropped unseen.
 */
@ApplicationScoped
class LogSigning {

    static final String HEAD = "select size, root from audit_head order by size desc limit 1";

    static final String LAST = "select note from audit_checkpoint order by size desc limit 1";

    private static final String SIGNED = """
            insert into audit_checkpoint (size, previous, note, signed_at)
            values (:size, :previous, :note, now())
            on conflict do nothing""";

    private final EntityManager database;
    private final Transactions transactions;
    private final StoredTiles tiles;
    private final LogKeys keys;
    /** What this process signed last. It decides nothing, and refuses what the rows would let through if somebody had taken away the last checkpoints. */
    private volatile Checkpoint remembered;

    LogSigning(EntityManager database, Transactions transactions, StoredTiles tiles, LogKeys keys) {
        this.database = database;
        this.transactions = transactions;
        this.tiles = tiles;
        this.keys = keys;
    }

    /** @throws BrokenLog when what is stored must not be signed */
    void run() {
        Optional<Checkpoint> signed = transactions.seeing(Sight.all(), () -> {
            Optional<Checkpoint> last = last();
            long before = last.map(Checkpoint::size).orElse(0L);
            Optional<Checkpoint> next = head().filter(head -> head.size() > before);
            next.ifPresent(head -> {
                check(head, Stream.concat(last.stream(), Optional.ofNullable(remembered).stream()).toList());
                store(head, before);
            });
            return next;
        });
        signed.ifPresent(head -> remembered = head);
    }

    private void check(Checkpoint head, List<Checkpoint> earlier) {
        Nodes nodes = new TileNodes(head.size(), tiles);
        if (!Proofs.root(nodes, head.size()).equals(head.root())) {
            throw new BrokenLog("the tiles do not give the root that was stored for " + head.size() + " leaves");
        }
        earlier.forEach(signed -> {
            if (signed.size() > head.size()) {
                throw new BrokenLog("the tree has " + head.size() + " leaves, and " + signed.size() + " were signed");
            }
            if (!signed.origin().equals(head.origin())) {
                throw new BrokenLog("its origin was " + signed.origin() + " and cannot become " + head.origin());
            }
            List<Hash> path = Proofs.consistency(nodes, signed.size(), head.size());
            if (!Check.consistent(head.root(), head.size(), signed.root(), signed.size(), path)) {
                throw new BrokenLog("the tree of " + head.size() + " leaves does not begin with the one of " + signed.size() + " that was signed");
            }
        });
    }

    private void store(Checkpoint head, long before) {
        database.createNativeQuery(SIGNED)
                .setParameter("size", head.size())
                .setParameter("previous", before)
                .setParameter("note", keys.sign(head).written())
                .executeUpdate();
    }

    private Optional<Checkpoint> head() {
        List<?> found = database.createNativeQuery(HEAD).getResultList();
        return found.stream().map(Object[].class::cast).findFirst()
                .map(row -> new Checkpoint(keys.origin(), ((Number) row[0]).longValue(), Hash.of((byte[]) row[1])));
    }

    /** What is to be continued must be ours: whoever can write rows, and has not the key, cannot have his own tree signed by that. */
    private Optional<Checkpoint> last() {
        List<?> found = database.createNativeQuery(LAST).getResultList();
        return found.stream().findFirst().map(written -> {
            Note note = Note.parse((String) written);
            if (note.signedBy(keys.keys()).isEmpty()) {
                throw new BrokenLog("the checkpoint that was stored last is not signed by this log");
            }
            return Checkpoint.parse(note.text());
        });
    }

    /** What is stored contradicts itself or what was signed. */
    static final class BrokenLog extends RuntimeException {
        BrokenLog(String why) {
            super(why);
        }
    }
}
