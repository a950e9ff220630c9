package org.tocsin.asset;

import java.util.List;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.web.ProblemWords;

/**
 * An import on its page: the form alone, what is wrong with the file, or what it would change.
 *
 * @param file     what it is called
 * @param problem  why nothing can be taken; null when nothing stands against it
 * @param result   of the dry run; null before it
 * @param packed   the file, for the form that confirms
 * @param changed  whether the inventory changed since the last dry run
 */
record ImportSheet(String mode, String format, String file, Problem problem, ImportResult result, String packed, boolean changed) {

    private static final int SHOWN = 100;

    static ImportSheet blank() {
        return new ImportSheet("merge", "tocsin", null, null, null, null, false);
    }

    public List<Fault> faults() {
        return problem == null ? List.of() : problem.faults().stream().limit(SHOWN).toList();
    }

    public String words(Fault fault) {
        return ProblemWords.of(fault);
    }

    public String refusal() {
        return ProblemWords.of(problem);
    }

    public int moreFaults() {
        return problem == null ? 0 : Math.max(0, problem.faults().size() - SHOWN);
    }

    public String seen() {
        return result.digest();
    }

    public boolean changesNothing() {
        return result.changesNothing();
    }

    public List<String> added() {
        return result.added().stream().limit(SHOWN).toList();
    }

    public int moreAdded() {
        return Math.max(0, result.added().size() - SHOWN);
    }

    public List<ImportResult.Changed> changes() {
        return result.changed().stream().limit(SHOWN).toList();
    }

    public int moreChanges() {
        return Math.max(0, result.changed().size() - SHOWN);
    }

    public List<String> removed() {
        return result.removed().stream().limit(SHOWN).toList();
    }

    public int moreRemoved() {
        return Math.max(0, result.removed().size() - SHOWN);
    }
}
