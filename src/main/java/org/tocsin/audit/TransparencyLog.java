package org.tocsin.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** The log as it is given out: never more of it than was signed. Each question is a transaction of its own. */
@ApplicationScoped
public class TransparencyLog {

    private static final String PLACES = "select entry_id, index from audit_leaf where entry_id in (:entries)";

    private final EntityManager database;
    private final Transactions transactions;
    private final StoredTiles tiles;
    private final SignedTiles signedTiles;
    private final LogKeys keys;
    private final LogConfig config;
    private final Cosignatures cosignatures;
    private final Witnesses witnesses;

    TransparencyLog(EntityManager database, Transactions transactions, StoredTiles tiles, LogKeys keys, LogConfig config,
            Cosignatures cosignatures, Witnesses witnesses) {
        this.database = database;
        this.transactions = transactions;
        this.tiles = tiles;
        signedTiles = new SignedTiles(tiles);
        this.keys = keys;
        this.config = config;
        this.cosignatures = cosignatures;
        this.witnesses = witnesses;
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
     *
     * @return nothing as long as one of them is not covered
     */
    public Optional<List<TlogProof>> prove(Map<UUID, byte[]> commitments) {
        return transactions.seeing(Sight.all(), () -> {
            Map<UUID, Long> places = places(commitments);
            if (places.size() < commitments.size()) {
                return Optional.empty();
            }
            long needed = places.values().stream().mapToLong(Long::longValue).max().orElse(-1) + 1;
            return cosignatures.covering(needed, witnesses.names()).map(note -> prove(commitments, places, note));
        });
    }

    private List<TlogProof> prove(Map<UUID, byte[]> commitments, Map<UUID, Long> places, Note note) {
        long size = size(note);
        Nodes nodes = new TileNodes(size, signedTiles);
        List<TlogProof> proofs = new ArrayList<>();
        places.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(place -> proofs.add(new TlogProof(
                Optional.of(commitments.get(place.getKey())), place.getValue(),
                Proofs.inclusion(nodes, place.getValue(), size), note)));
        return proofs;
    }

    private Map<UUID, Long> places(Map<UUID, byte[]> commitments) {
        List<?> rows = commitments.isEmpty() ? List.of()
                : database.createNativeQuery(PLACES).setParameter("entries", commitments.keySet()).getResultList();
        return rows.stream().map(Object[].class::cast)
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Number) row[1]).longValue()));
    }

    private Optional<Note> last() {
        List<?> found = database.createNativeQuery(LogSigning.LAST).getResultList();
        return found.stream().findFirst().map(note -> Note.parse((String) note));
    }

    private static long size(Note note) {
        return Checkpoint.parse(note.text()).size();
    }
}
