package org.tocsin.question;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tocsin.party.Caller;
import org.tocsin.problem.Problem;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.store.Transactions;
import org.tocsin.web.IdPlace;
import org.tocsin.web.paging.Slice;

/** Shows questions to those who may see them. */
@ApplicationScoped
public class QuestionReading {


    private final Transactions transactions;
    private final Reports reports;
    private final Questions questions;

    QuestionReading(Transactions transactions, Reports reports, Questions questions) {
        this.transactions = transactions;
        this.reports = reports;
        this.questions = questions;
    }

    public QuestionView one(Caller caller, String id) {
        return transactions.seeing(caller.sight(), () -> {
            Question question = questions.visible(caller, id);
            return view(caller, question, reports.findById(question.report));
        });
    }

    /** All of a report's, oldest first. */
    public List<QuestionView> of(Caller caller, String name) {
        return transactions.seeing(caller.sight(), () -> {
            Report report = reports.visible(caller, name);
            return (caller.seesAll() ? questions.withInside(report) : questions.of(report)).stream()
                    .map(question -> view(caller, question, report)).toList();
        });
    }

    /**
     * Those of all reports that the caller may see, oldest first.
     *
     * @param state a state's word; null for all
     * @param after where to go on, as an earlier page said; null to begin
     * @param limit at most this many
     */
    public Slice<QuestionView> page(Caller caller, String state, String after, int limit) {
        QuestionState wanted = state == null ? null : QuestionState.of(state).orElseThrow(QuestionReading::unknownState);
        UUID place = after == null ? IdPlace.FIRST : IdPlace.read(after);
        return transactions.seeing(caller.sight(), () -> {
            List<Question> found = questions.after(place, caller.seesAll() ? null : caller.ownOrganisation(), wanted, limit + 1);
            List<Question> shown = found.stream().limit(limit).toList();
            Map<UUID, Report> about = reports.list("id in ?1", shown.stream().map(question -> question.report).distinct().toList())
                    .stream().collect(Collectors.toMap(report -> report.id, report -> report));
            return new Slice<>(
                    shown.stream().map(question -> view(caller, question, about.get(question.report))).toList(),
                    found.size() > limit ? next(state, limit, shown.get(limit - 1)) : null);
        });
    }

    private QuestionView view(Caller caller, Question question, Report report) {
        return QuestionView.of(question, report, caller.seesAll() ? questions.inside(question) : null, caller);
    }

    private static String next(String state, int limit, Question last) {
        return "/api/v1/questions?" + (state == null ? "" : "state=" + state + "&")
                + "limit=" + limit + "&after=" + IdPlace.written(last.id);
    }

    private static Problem unknownState() {
        return new Problem(400, "bad-parameter", "Unusable parameter", "state is open, answered or dropped.");
    }
}
