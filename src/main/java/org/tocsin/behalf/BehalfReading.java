package org.tocsin.behalf;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tocsin.party.Caller;
import org.tocsin.problem.Problem;
import org.tocsin.report.Confirmation;
import org.tocsin.report.OnBehalf;
import org.tocsin.report.OnBehalfMarks;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.store.Transactions;
import org.tocsin.web.IdPlace;
import org.tocsin.web.paging.Slice;

/** Shows what was filed on behalf to those who may see it. */
@ApplicationScoped
public class BehalfReading {


    private final Transactions transactions;
    private final Reports reports;
    private final OnBehalfMarks marks;
    private final Calls calls;

    BehalfReading(Transactions transactions, Reports reports, OnBehalfMarks marks, Calls calls) {
        this.transactions = transactions;
        this.reports = reports;
        this.marks = marks;
        this.calls = calls;
    }

    /**
     * Those of all reports that the caller may see, oldest first; the call itself only one by one.
     *
     * @param confirmation a confirmation's word; null for all
     * @param after        where to go on, as an earlier page said; null to begin
     * @param limit        at most this many
     */
    public Slice<BehalfView> page(Caller caller, String confirmation, String after, int limit) {
        Confirmation wanted = confirmation == null ? null : Confirmation.of(confirmation).orElseThrow(() ->
                new Problem(400, "bad-parameter", "Unusable parameter", "confirmation is unconfirmed, confirmed or contested."));
        UUID place = after == null ? IdPlace.FIRST : IdPlace.read(after);
        return transactions.seeing(caller.sight(), () -> {
            List<OnBehalf> found = marks.after(place, caller.seesAll() ? null : caller.ownOrganisation(), wanted, limit + 1);
            List<OnBehalf> shown = found.stream().limit(limit).toList();
            Map<UUID, Report> about = reports.list("id in ?1", shown.stream().map(mark -> mark.report).toList())
                    .stream().collect(Collectors.toMap(report -> report.id, report -> report));
            return new Slice<>(shown.stream().map(mark -> BehalfView.of(about.get(mark.report), mark, null)).toList(),
                    found.size() > limit ? next(confirmation, limit, shown.get(limit - 1)) : null);
        });
    }

    private static String next(String confirmation, int limit, OnBehalf last) {
        return "/api/v1/behalf?" + (confirmation == null ? "" : "confirmation=" + confirmation + "&")
                + "limit=" + limit + "&after=" + IdPlace.written(last.report);
    }

    /** @throws Problem 404 when there is no such report, or it was not filed on behalf */
    public BehalfView of(Caller caller, String name) {
        return transactions.seeing(caller.sight(), () -> {
            Report report = reports.visible(caller, name);
            OnBehalf mark = marks.of(report).orElseThrow(() -> Problem.notFound("report that was filed on behalf"));
            BehalfCall call = caller.seesAll() ? calls.of(report) : null;
            return BehalfView.of(report, mark, call == null ? null : BehalfView.call(call, calls.backs(report)));
        });
    }
}
