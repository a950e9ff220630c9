package org.tocsin.web;

import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;

/**
 * Refusals in the page's language. Their own words are English and know most of the case; another language has words for
 * the kind.
 */
public final class ProblemWords {

    private ProblemWords() {
    }

    /** What happened, in few words. */
    public static String title(Problem problem) {
        return Speech.instead(problem.title(), key(problem) + "_title");
    }

    /** This case, in a sentence; of its kind, where its own words are not in the page's language. */
    public static String of(Problem problem) {
        return Speech.instead(problem.getMessage(), key(problem), problem.faults().size());
    }

    /** One thing that is wrong. */
    public static String of(Fault fault) {
        String code = fault.code().replace('-', '_');
        String place = fault.pointer().substring(fault.pointer().lastIndexOf('/') + 1).toLowerCase(Language.ENGLISH.locale());
        String own = "fault_" + code + "_" + place;
        return Speech.instead(fault.message(), Speech.hasInstead(own) ? own : "fault_" + code, fault.values().toArray());
    }

    private static String key(Problem problem) {
        return "problem_" + problem.kind().replace('-', '_');
    }
}
