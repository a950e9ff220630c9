package org.tocsin.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.tocsin.audit.log.Tile;
import org.tocsin.audit.log.TileReader;

/**
 * Some tiles for proofs, kept in memory: one proof after the other needs those at the right edge and high up, which are made of many rows.
 * What has been signed never changes, a tile that is not full neither, for its width belongs to its name. So only tiles within a signed
 * size may be asked for here; signing itself always reads what is stored.
 */
final class SignedTiles implements TileReader {

    /** 4 MiB, however large the log is. */
    private static final int MOST = 512;

    private final TileReader stored;
    private final Cache<Tile, byte[]> kept = Caffeine.newBuilder().maximumSize(MOST).build();

    SignedTiles(TileReader stored) {
        this.stored = stored;
    }

    @Override
    public byte[] read(Tile tile) {
        byte[] known = kept.getIfPresent(tile);
        if (known != null) {
            return known;
        }
        byte[] hashes = stored.read(tile);
        kept.put(tile, hashes);
        return hashes;
    }
}
