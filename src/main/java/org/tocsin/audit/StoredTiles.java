package org.tocsin.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.tocsin.audit.log.EntryBundle;
import org.tocsin.audit.log.Merkle;
import org.tocsin.audit.log.Tile;
import org.tocsin.audit.log.TileReader;

/** The tiles as the database has them, in the caller's transaction, which must see all. */
@ApplicationScoped
class StoredTiles implements TileReader {

    private static final String FULL = "select hashes from audit_tile where level = :level and number = :number";

    private static final String ROOTS = """
            select root
            from audit_tile
            where level = :level and number >= :first and number < :end
            order by number""";

    /** Each entry by its key: as a join, it is a walk through all entries as long as the database does not know yet how many there are. */
    private static final String COMMITMENTS = """
            select (select e.commitment from audit_entry e where e.id = l.entry_id)
            from audit_leaf l
            where l.index >= :first and l.index < :end
            order by l.index""";

    private final EntityManager database;

    StoredTiles(EntityManager database) {
        this.database = database;
    }

    /** @throws IllegalStateException when something of it is not there */
    @Override
    public byte[] read(Tile tile) {
        if (tile.level() == Tile.ENTRIES) {
            return EntryBundle.of(complete(tile, commitments(tile.first(), tile.first() + tile.width())));
        }
        if (tile.isFull()) {
            return complete(tile, list(database.createNativeQuery(FULL)
                    .setParameter("level", tile.level())
                    .setParameter("number", tile.number())), 1).get(0);
        }
        return joined(complete(tile, tile.level() == 0 ? leaves(tile) : roots(tile)));
    }

    /** What a full tile above these will hold. */
    byte[] rootsOf(Tile tile) {
        return joined(complete(tile, roots(tile)));
    }

    /** The entries of the log from an index on, in their order, as far as there are any. */
    List<byte[]> commitments(long first, long end) {
        return list(database.createNativeQuery(COMMITMENTS).setParameter("first", first).setParameter("end", end));
    }

    private List<byte[]> leaves(Tile tile) {
        return commitments(tile.first(), tile.first() + tile.width()).stream().map(entry -> Merkle.leaf(entry).bytes()).toList();
    }

    private List<byte[]> roots(Tile tile) {
        return list(database.createNativeQuery(ROOTS)
                .setParameter("level", tile.level() - 1)
                .setParameter("first", tile.first())
                .setParameter("end", tile.first() + tile.width()));
    }

    private static List<byte[]> complete(Tile tile, List<byte[]> found) {
        return complete(tile, found, tile.width());
    }

    private static List<byte[]> complete(Tile tile, List<byte[]> found, int wanted) {
        if (found.size() != wanted) {
            throw new IllegalStateException("The database has " + found.size() + " of " + wanted + " parts of " + tile.path());
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private static List<byte[]> list(Query query) {
        return query.getResultList();
    }

    static byte[] joined(List<byte[]> hashes) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        hashes.forEach(joined::writeBytes);
        return joined.toByteArray();
    }
}
