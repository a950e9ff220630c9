package org.tocsin.asset;

import java.time.Instant;
import java.util.List;
import org.tocsin.party.Caller;

/** A slot: whoever keeps reports says which of them are about an entry of an inventory. */
public interface AssetReports {

    record Naming(String reference, String title, String state, Instant receivedAt) {
    }

    /** @return newest first, as far as the caller may see them, at most so many */
    List<Naming> about(Caller caller, String organisation, String ref, int most);
}
