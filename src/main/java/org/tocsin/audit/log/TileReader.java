package org.tocsin.audit.log;

/** Where tiles come from: our database, or somebody's server, which need not be honest. */
public interface TileReader {

    /** @return the tile's hashes one after the other, {@code width} of them; or for entries the bundle */
    byte[] read(Tile tile);
}
