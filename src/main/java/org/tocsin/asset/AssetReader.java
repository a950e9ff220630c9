package org.tocsin.asset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.json.Json;
import org.tocsin.json.Reading;
import org.tocsin.json.Shape;
import org.tocsin.json.StrictReader;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;

/**
 * From bytes to an inventory entry: read strictly, check against the record's shape, bind, check what the fields must be to
 * each other. Faults of text and shape are told together; the rest can only be known of a sound document.
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
     * @throws Problem 413, or 422 with every fault
     */
    static AssetDocument read(String organisation, String ref, byte[] body) {
        if (body.length > BODY_BYTES) {
            throw Problem.tooLarge(BODY_BYTES);
        }
        Reading reading = READER.read(body);
        List<Fault> faults = new ArrayList<>(reading.faults());
        faults.addAll(SHAPE.check(reading.tree()));
        refuse(faults);
        AssetDocument asset = bind(reading.tree());
        refuse(AssetRules.faults(organisation, ref, asset));
        return asset.named(ref);
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Problem.invalid("asset", faults);
        }
    }

    private static AssetDocument bind(JsonNode tree) {
        try {
            return Json.MAPPER.treeToValue(tree, AssetDocument.class);
        } catch (JsonProcessingException shapeAndRecordDisagree) {
            throw new IllegalStateException("a document of the right shape does not bind", shapeAndRecordDisagree);
        }
    }
}
