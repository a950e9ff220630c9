package org.tocsin.asset;

import java.util.List;
import org.tocsin.json.Body;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;

/**
 * From bytes to an inventory entry: read strictly, check against the record's shape, bind, check what the fields must be to
 * each other. Faults of text and shape are told together; the rest can only be known of a sound document.
 */
final class AssetReader {

    static final int BODY_BYTES = 64 * 1024;
    private static final int DEPTH = 10;
    private static final Body<AssetDocument> BODY = new Body<>(AssetDocument.class, BODY_BYTES, DEPTH);

    private AssetReader() {
    }

    /**
     * @param ref the one in the path
     * @return the entry under that ref
     * @throws Problem 400, or 422 with every fault
     */
    static AssetDocument read(String organisation, String ref, byte[] body) {
        AssetDocument asset = BODY.read(body);
        List<Fault> faults = AssetRules.faults(organisation, ref, asset);
        if (!faults.isEmpty()) {
            throw Problem.invalid("asset", faults);
        }
        return asset.named(ref);
    }
}
