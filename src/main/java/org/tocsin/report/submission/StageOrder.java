package org.tocsin.report.submission;

import java.util.List;
import java.util.Set;
import org.tocsin.json.Json;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;

/**
 * Which stage may follow which. NIS2 Art. 23(4) has them in one direction: early warning within 24 hours, notification
 * within 72, status updates when asked for, a final report within a month of the notification. A stage may be left out when
 * a later one says it all, and any may be corrected by itself again. What was owed and given is not taken back by an
 * earlier stage: withdrawal is for what was never so.
 */
public final class StageOrder {

    private StageOrder() {
    }

    /**
     * @param given the stages of all revisions so far, oldest first
     * @throws Problem 422 when {@code next} would go back
     */
    public static void check(List<Stage> given, Stage next) {
        Stage latest = given.get(given.size() - 1);
        // A CSIRT may ask for a status update before the notification has come, which is still owed then (Art. 23(4)(b), (c)).
        boolean stillOwed = latest == Stage.INTERMEDIATE && next == Stage.NOTIFICATION && !given.contains(Stage.NOTIFICATION);
        if (next != latest && !stillOwed && !after(latest).contains(next)) {
            throw Problem.invalid("revision", List.of(new Fault("/stage", "stage-goes-back",
                    "The report is at the stage " + Json.word(latest) + ", after which " + Json.word(next)
                            + " does not come any more. Send a correction at the same stage, or a later one"
                            + (next == Stage.VOLUNTARY ? "; if it turns out that nothing had to be reported, say so in a final report." : "."))));
        }
    }

    private static Set<Stage> after(Stage stage) {
        return switch (stage) {
            // What one liked to tell (Art. 30) can turn out to be what one must.
            case VOLUNTARY -> Set.of(Stage.EARLY_WARNING, Stage.NOTIFICATION, Stage.INTERMEDIATE, Stage.FINAL);
            case EARLY_WARNING -> Set.of(Stage.NOTIFICATION, Stage.INTERMEDIATE, Stage.FINAL);
            case NOTIFICATION -> Set.of(Stage.INTERMEDIATE, Stage.FINAL);
            // Art. 23(4)(e): while the incident goes on there is a progress report, which is an intermediate one, and the final one later.
            case INTERMEDIATE -> Set.of(Stage.FINAL);
            case FINAL -> Set.of();
        };
    }
}
