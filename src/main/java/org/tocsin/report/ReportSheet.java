package org.tocsin.report;

import io.quarkus.qute.RawString;
import java.util.List;
import org.tocsin.json.Json;
import org.tocsin.problem.Problem;
import org.tocsin.report.page.AssetTable;
import org.tocsin.report.page.Said;
import org.tocsin.report.submission.Submission;
import org.tocsin.web.ProblemWords;

/**
 * Everything on a report's page.
 *
 * @param problem what was refused just now; null when nothing was
 * @param tried   the id of the part in which it was tried
 * @param theirs  the assets from the operator's own inventory; null when the report names none
 * @param all     the assets from all inventories; null for operators
 */
public record ReportSheet(ReportView report, Submission submission, Said said, List<String> timeWarnings,
        AssetTable theirs, AssetTable all, List<Step> timeline,
        List<Part> aside, List<Part> below, Problem problem, String tried) {

    /** The operator's; null when it gave none. */
    public String severity() {
        return Json.word(submission.severity());
    }

    public String tlp() {
        return Json.word(submission.tlp());
    }

    public String problemTitle() {
        return ProblemWords.title(problem);
    }

    public String problemWords() {
        return ProblemWords.of(problem);
    }

    public List<String> faults() {
        return problem.faults().stream().map(ProblemWords::of).toList();
    }

    /** A part that another room shows. */
    public record Part(String id, String title, RawString content) {
    }

    /**
     * @param sentence what happened
     * @param account  of our side, whose act it was, where the operator reads a role; null when the entry says it itself
     */
    public record Step(TimelineView entry, String sentence, String account) {
    }
}
