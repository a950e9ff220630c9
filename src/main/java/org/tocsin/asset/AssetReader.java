package org.tocsin.asset;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.json.Faults;
import org.tocsin.json.Reading;
import org.tocsin.json.Shape;
import org.tocsin.json.StrictReader;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;

/**
 * From bytes to an inventory entry: read strictly, check against the record's shape, check what the fields must be to each other,
 * bind. All faults are told together ({@link EntryFaults}).
 */
final class AssetReader {

    static final int BODY_BYTES = 64 * 1024;
    private static final int DEPTH = 10;
    private static final StrictReader READER = new StrictReader(BODY_BYTES, DEPTH);
    private static final Shape SHAPE = Shape.of(AssetDocument.class);

    private AssetReader() {
    }

    /**
     * @param ref the one in the path
     * @return the entry under that ref
     * @throws Problem 400, or 422 with every fault
     */
    static AssetDocument read(String organisation, String ref, byte[] body) {
        Reading reading = READER.read(body);
        List<Fault> shape = new ArrayList<>(reading.faults());
        shape.addAll(SHAPE.check(reading.tree()));
        Faults faults = new Faults();
        faults.addAll(EntryFaults.of(reading.tree(), shape, asset -> AssetRules.faults(organisation, ref, asset)));
        if (!faults.none()) {
            throw Problem.invalid("asset", faults.list());
        }
        return EntryFaults.bind(reading.tree()).named(ref);
    }
}
