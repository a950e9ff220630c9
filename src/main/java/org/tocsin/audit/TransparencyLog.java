package org.tocsin.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.Hash;
import org.tocsin.audit.log.Merkle;
import org.tocsin.audit.log.Nodes;
import org.tocsin.audit.log.Note;
import org.tocsin.audit.log.Proofs;
import org.tocsin.audit.log.Tile;
import org.tocsin.audit.log.TileNodes;
import org.tocsin.audit.log.TlogProof;
import org.tocsin.audit.log.VerifierKey;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** The log as it is given out: never more of it than was signed. Each question is a transaction of its own, but for proofs. */
@ApplicationScoped
public class TransparencyLog {

    /** The places of entries, each with the checkpoint that covers all of them. */
    private static final String PLACED = """
            with place as materialized (select entry_id, index from audit_leaf where entry_id in (:entries)),
            covering as (""" + Cosignatures.COVERING.formatted("(select max(index) + 1 from place)") + """
            )
            select p.entry_id, p.index, c.note
            from place p
            left join covering c on true
            order by p.index""";

    private final EntityManager database;
    private final Transactions transactions;
    private final StoredTiles tiles;
    private final SignedTiles signedTiles;
    private final LogKeys keys;
    private final LogConfig config;
    private final Cosignatures cosignatures;
    private final Witnesses witnesses;
    private final Timer proving;

    TransparencyLog(EntityManager database, Transactions transactions, StoredTiles tiles, LogKeys keys, LogConfig config,
            Cosignatures cosignatures, Witnesses witnesses, MeterRegistry registry) {
        this.database = database;
        this.transactions = transactions;
        this.tiles = tiles;
        signedTiles = new SignedTiles(tiles);
        this.keys = keys;
        this.config = config;
        this.cosignatures = cosignatures;
        this.witnesses = witnesses;
        proving = Timer.builder("tocsin.audit.log.proof").description("How long it takes to prove a report's entries")
                .publishPercentiles(0.5, 0.99).register(registry);
    }

    /** Its name, which is also that of its key. */
    public String origin() {
        return keys.origin();
    }

    /** What verifies its checkpoints; the current key first. */
    public List<VerifierKey> keys() {
        return keys.keys();
    }

    public boolean isPublic() {
        return config.isPublic();
    }

    /** What the log has of an entry: the hash of its leaf. */
    public static Hash leaf(byte[] commitment) {
        return Merkle.leaf(commitment);
    }

    /** The last checkpoint, with the cosignatures that it has by now; nothing before the first. */
    public Optional<Note> checkpoint() {
        return transactions.seeing(Sight.all(), cosignatures::last);
    }

    /** The newest checkpoint that every witness without trouble has cosigned; nothing before the first. */
    public Optional<Note> cosigned() {
        return transactions.seeing(Sight.all(), () -> cosignatures.newest(witnesses.names()));
    }

    /** The bytes of a tile or of an entry bundle; nothing when the signed tree has not all of it. */
    public Optional<byte[]> tile(Tile tile) {
        return transactions.seeing(Sight.all(), () -> last()
                .filter(note -> tile.isWithin(size(note)))
                .map(note -> tiles.read(tile)));
    }

    /**
     * Proofs of these entries under one checkpoint, in the order of the log: the newest that is cosigned if it covers them, otherwise the last.
     * In the caller's transaction, which must see all.
     *
     * @return nothing as long as one of them is not covered
     */
    public Optional<List<TlogProof>> prove(Map<UUID, byte[]> commitments) {
        return proving.record(() -> proved(commitments));
    }

    private Optional<List<TlogProof>> proved(Map<UUID, byte[]> commitments) {
        List<Object[]> rows = commitments.isEmpty() ? List.of() : placed(commitments.keySet());
        if (rows.isEmpty() || rows.size() < commitments.size() || rows.get(0)[2] == null) {
            return Optional.empty();
        }
        Note note = Note.parse((String) rows.get(0)[2]);
        Nodes nodes = new TileNodes(size(note), signedTiles);
        return Optional.of(rows.stream().map(row -> prove(commitments.get((UUID) row[0]), ((Number) row[1]).longValue(), nodes, note)).toList());
    }

    private static TlogProof prove(byte[] commitment, long index, Nodes nodes, Note note) {
        return new TlogProof(Optional.of(commitment), index, Proofs.inclusion(nodes, index, size(note)), note);
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> placed(Set<UUID> entries) {
        return database.createNativeQuery(PLACED)
                .setParameter("entries", entries)
                .setParameter("witnesses", Cosignatures.named(witnesses.names()))
                .getResultList();
    }

    private Optional<Note> last() {
        List<?> found = database.createNativeQuery(LogSigning.LAST).getResultList();
        return found.stream().findFirst().map(note -> Note.parse((String) note));
    }

    private static long size(Note note) {
        return Checkpoint.parse(note.text()).size();
    }
}
