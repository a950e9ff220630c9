package org.tocsin.asset.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.tocsin.problem.Fault;

/**
 * What a file says that the inventory should hold, not yet checked.
 *
 * @param entries in the order of the file
 * @param faults  what could not even be read as an entry
 * @param ignored columns that say nothing to the inventory, so that they are not lost silently
 */
public record Drafts(List<Draft> entries, List<Fault> faults, List<String> ignored) {

    /**
     * @param entry   as the API takes it
     * @param line    where it began; null when the file has no lines
     * @param assumed fields of it that the file did not say: an entry that is there already keeps its own
     */
    public record Draft(ObjectNode entry, Integer line, Set<String> assumed) {
    }
}
