package org.tocsin.asset;

import java.time.Instant;
import java.util.List;

/** A slot: whoever keeps reports says which assets they named that the inventory did not know at the time. */
public interface NamedAssets {

    /**
     * @param organisation whose report it is
     * @param report       its reference
     */
    record Named(String organisation, AssetReference reference, String report, Instant receivedAt) {
    }

    /**
     * In a transaction; as far as that may see.
     *
     * @param organisation null for all
     * @param reports      look at so many reports at most
     * @return newest report first
     */
    List<Named> unmatched(String organisation, int reports);
}
