package org.tocsin.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.tocsin.audit.log.Hash;
import org.tocsin.audit.log.Merkle;
import org.tocsin.audit.log.RightEdge;
import org.tocsin.audit.log.Tile;
import org.tocsin.audit.log.TileNodes;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/**
 * Lets the tree grow over the leaves that have a place. Of the tree it needs the right edge alone, and that is in the
 * database: a replica that begins knows as much as one that ran for years, and neither holds more for a larger tree.
 *
 * <p>Crash story: the tiles that became full, the root of the new size and the edge are stored in one transaction. Before
 * its commit the tree has the size that it had, and the same leaves are read again; after it all of it is done. Of two
 * replicas that try at once, one waits on the single row and then grows from where the other stopped. Should it ever not
 * have waited, then the size is not what it read, nothing is changed, and the whole transaction with its tiles is undone.
 */
@ApplicationScoped
class LogGrowth {

    static final int BATCH = 1024;

    private static final String TREE = "select size, edge from audit_tree for update";

    private static final String GROWN = "update audit_tree set size = :size, edge = :edge where size = :before";

    private static final String HEAD = "insert into audit_head (size, root, at) values (:size, :root, now())";

    private static final String TILE = """
            insert into audit_tile (level, number, hashes, root)
            values (:level, :number, :hashes, :root)""";

    private final EntityManager database;
    private final Transactions transactions;
    private final StoredTiles tiles;

    LogGrowth(EntityManager database, Transactions transactions, StoredTiles tiles) {
        this.database = database;
        this.transactions = transactions;
        this.tiles = tiles;
    }

    /** Takes in what has a place, batch by batch, until all has. */
    void run() {
        while (runOnce()) {
            // more leaves may have a place
        }
    }

    /** @return whether there may be more than a batch */
    boolean runOnce() {
        return transactions.seeing(Sight.all(), () -> {
            Object[] row = (Object[]) database.createNativeQuery(TREE).getSingleResult();
            long before = ((Number) row[0]).longValue();
            RightEdge edge = RightEdge.of(before, (byte[]) row[1]);
            // From the last boundary on: a tile that becomes full now holds leaves of earlier batches too.
            long boundary = before - before % Tile.FULL;
            List<Hash> leaves = tiles.commitments(boundary, before + BATCH).stream().map(Merkle::leaf).toList();
            if (boundary + leaves.size() <= before) {
                return false;
            }
            leaves.subList((int) (before - boundary), leaves.size()).forEach(edge::append);
            storeFullTiles(boundary, leaves);
            storeHead(before, edge);
            return leaves.size() == before - boundary + BATCH;
        });
    }

    private void storeFullTiles(long boundary, List<Hash> leaves) {
        for (int from = 0; from + Tile.FULL <= leaves.size(); from += Tile.FULL) {
            storeTile(0, (boundary + from) / Tile.FULL,
                    StoredTiles.joined(leaves.subList(from, from + Tile.FULL).stream().map(Hash::bytes).toList()));
        }
    }

    private void storeTile(int level, long number, byte[] hashes) {
        database.createNativeQuery(TILE)
                .setParameter("level", level)
                .setParameter("number", number)
                .setParameter("hashes", hashes)
                .setParameter("root", TileNodes.root(hashes).bytes())
                .executeUpdate();
        if ((number + 1) % Tile.FULL == 0) {
            Tile above = new Tile(level + 1, number / Tile.FULL, Tile.FULL);
            storeTile(above.level(), above.number(), tiles.rootsOf(above));
        }
    }

    private void storeHead(long before, RightEdge edge) {
        database.createNativeQuery(HEAD)
                .setParameter("size", edge.size())
                .setParameter("root", edge.root().bytes())
                .executeUpdate();
        int changed = database.createNativeQuery(GROWN)
                .setParameter("size", edge.size())
                .setParameter("edge", edge.bytes())
                .setParameter("before", before)
                .executeUpdate();
        if (changed != 1) {
            throw new IllegalStateException("Another let the tree grow meanwhile");
        }
    }
}
