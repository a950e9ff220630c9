package org.tocsin.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.tocsin.problem.Fault;

/**
 * What came of reading a document.
 *
 * @param tree   the document. A value that was refused stands in it as a missing node, so that those who check further
 *               need not complain of it again; the whole tree is missing when the text is not JSON
 * @param faults everything that was wrong, in the order of the document
 */
public record Reading(JsonNode tree, List<Fault> faults) {

    public boolean sound() {
        return faults.isEmpty();
    }
}
