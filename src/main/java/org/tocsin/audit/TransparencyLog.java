package org.tocsin.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
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

    /** The entries of a report with their places, if they have any, and the checkpoint that covers all of those. */
    private static final String PLACED = """
            with place as materialized (
                select e.commitment, l.index
                from audit_entry e
                left join audit_leaf l on l.entry_id = e.id
                where e.report_id = :report
                  and %s),
            covering as (""" + Cosignatures.COVERING.formatted("(select max(index) + 1 from place)") + """
            )
            select p.commitment, p.index, c.note
            from place p
            left join covering c on true
            order by p.index""";

    private static final String ALL = PLACED.formatted("true");

    /** Of the entry that has this leaf (RFC 6962 section 2.1). */
    private static final String ONE = PLACED.formatted("sha256(decode('00', 'hex') || e.commitment) = :leaf");

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
     * Proofs of all entries of a report under one checkpoint, in the order of the log: the newest that is cosigned if it covers them, otherwise
     * the last. In the caller's transaction, which must see all.
     *
     * @return nothing as long as one of them is not covered
     */
    public Optional<List<TlogProof>> prove(UUID report) {
        return proving.record(() -> proved(database.createNativeQuery(ALL).setParameter("report", report)));
    }

    /**
     * The same of one entry.
     *
     * @param leaf its hash, as receipts name it
     */
    public Optional<TlogProof> prove(UUID report, Hash leaf) {
        return proving.record(() -> proved(database.createNativeQuery(ONE).setParameter("report", report).setParameter("leaf", leaf.bytes())))
                .map(proofs -> proofs.get(0));
    }

    @SuppressWarnings("unchecked")
    private Optional<List<TlogProof>> proved(Query placed) {
        List<Object[]> rows = placed.setParameter("witnesses", Cosignatures.named(witnesses.names())).getResultList();
        if (rows.isEmpty() || rows.stream().anyMatch(row -> row[1] == null || row[2] == null)) {
            return Optional.empty();
        }
        Note note = Note.parse((String) rows.get(0)[2]);
        Nodes nodes = new TileNodes(size(note), signedTiles);
        return Optional.of(rows.stream().map(row -> prove((byte[]) row[0], ((Number) row[1]).longValue(), nodes, note)).toList());
    }

    private static TlogProof prove(byte[] commitment, long index, Nodes nodes, Note note) {
        return new TlogProof(Optional.of(commitment), index, Proofs.inclusion(nodes, index, size(note)), note);
    }

    private Optional<Note> last() {
        List<?> found = database.createNativeQuery(LogSigning.LAST).getResultList();
        return found.stream().findFirst().map(note -> Note.parse((String) note));
    }

    private static long size(Note note) {
        return Checkpoint.parse(note.text()).size();
    }
}
