package org.tocsin.triage;

import java.util.List;
import java.util.Locale;
import org.tocsin.party.Caller;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.report.Act;
import org.tocsin.web.WireWords;

/**
 * What is seen before several reports are merged into one.
 *
 * @param view    the queue's filters, to which one returns
 * @param lead    the one that the others are handled with
 * @param problem why it was refused; null when nothing was
 */
public record MergeSheet(String view, String back, TriageItem lead, List<Row> rows, Problem problem, String reason, String told) {

    /**
     * @param objection why this one cannot be merged; null when it can
     * @param shared    whether it is of the leading one's organisation, which then reads of it
     */
    public record Row(TriageItem item, boolean leads, String objection, boolean shared) {

        /** What happens to it. */
        public String sentence() {
            return leads ? "Leads; stays as it is" : objection != null ? "Stays out: " + objection
                    : shared ? "Becomes merged, and its operator reads why" : "Is yours and in triage; its operator learns nothing of it";
        }
    }

    /** @param lead the reference of the one that is to lead; null or another's for what leads by itself: what is held by who asks, else what presses most */
    static MergeSheet of(QueueQuery view, List<TriageItem> items, String lead, Caller liaison, Problem problem, String reason, String told) {
        TriageItem leading = items.stream().filter(item -> item.reference().equals(lead)).findFirst()
                .or(() -> items.stream().filter(item -> liaison.actor().is(item.holderId())).findFirst())
                .or(() -> items.stream().findFirst()).orElse(null);
        List<Row> rows = items.stream().map(item -> new Row(item, item == leading, objection(item, liaison),
                leading != null && leading.organisation().equals(item.organisation()))).toList();
        return new MergeSheet(view.filters(), view.address(), leading, rows, problem, reason, told);
    }

    private static String objection(TriageItem item, Caller liaison) {
        if (item.holder() != null && !liaison.actor().is(item.holderId())) {
            return item.holder() + " holds it.";
        }
        return Act.MERGE.isPossible(item.state()) ? null
                : "it is " + WireWords.spoken(item.state().code()).toLowerCase(Locale.ROOT) + ".";
    }

    public List<Row> merged() {
        return rows.stream().filter(row -> !row.leads() && row.objection() == null).toList();
    }

    /** Whether some operator reads why, so that this must be said in words for it. */
    public boolean tells() {
        return merged().stream().anyMatch(Row::shared);
    }

    public boolean explains() {
        return merged().stream().anyMatch(row -> !row.shared());
    }

    /** Where the page is with another one leading. */
    public String leading(String reference) {
        StringBuilder address = new StringBuilder(QueueQuery.PATH + "/merge?lead=" + reference);
        rows.forEach(row -> address.append('&').append(QueueQuery.pair("row", row.item().reference())));
        return address.append('&').append(QueueQuery.pair("view", view)).toString();
    }

    public List<String> errors(String field) {
        return problem == null ? List.of() : problem.faults().stream().filter(fault -> fault.pointer().equals("/" + field)).map(Fault::message).toList();
    }
}
