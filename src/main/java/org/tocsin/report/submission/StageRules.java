package org.tocsin.report.submission;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.problem.Fault;

/**
 * What a later stage must say beyond an early warning. No more than the law asks: what is nice to have is asked for in
 * triage, not at the door.
 */
public final class StageRules {

    static List<Fault> check(Submission submission) {
        return lacking(submission, submission.stage());
    }

    /** What a submission would still have to say to be a report of that stage. */
    public static List<Fault> lacking(Submission submission, Stage stage) {
        List<Fault> faults = new ArrayList<>();
        switch (stage) {
            // NIS2 Art. 23(4)(a): the two answers, which every submission gives; Art. 30: what one likes to give.
            case EARLY_WARNING, VOLUNTARY -> { }
            // Art. 23(4)(b): "an initial assessment of the … incident, including its severity and impact".
            case NOTIFICATION -> assessment(submission, faults);
            // Art. 23(4)(c): "relevant status updates".
            case INTERMEDIATE -> need(submission.description() != null, "/description",
                    "An intermediate report gives an update of the status", faults);
            case FINAL -> {
                // Art. 23(4)(d)(i): "a detailed description of the incident, including its severity and impact".
                need(submission.description() != null, "/description", "A final report describes the incident", faults);
                assessment(submission, faults);
                // (ii): "the type of threat or root cause that is likely to have triggered the incident".
                need(!submission.threats().isEmpty() || submission.category() != null, "/threats",
                        "A final report names the likely threat or cause, in threats or category", faults);
                // (iii): "applied and ongoing mitigation measures".
                need(!submission.mitigations().isEmpty(), "/mitigations",
                        "A final report lists the measures that were taken and go on", faults);
            }
        }
        return List.copyOf(faults);
    }

    private static void assessment(Submission submission, List<Fault> faults) {
        need(submission.severity() != null, "/severity", "From the notification on, a report gives its severity", faults);
        Impact impact = submission.impact();
        // The pointer's parent must exist in the document, so it is the impact itself that is missing if there is none.
        need(impact != null && impact.description() != null, impact == null ? "/impact" : "/impact/description",
                "From the notification on, a report describes its impact", faults);
    }

    private static void need(boolean given, String pointer, String why, List<Fault> faults) {
        if (!given) {
            faults.add(new Fault(pointer, "missing-at-stage", why + "; add it, or send an earlier stage."));
        }
    }

    private StageRules() {
    }
}
