package org.tocsin.report;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tocsin.audit.AuditRecord;
import org.tocsin.audit.AuditTrail;
import org.tocsin.party.Caller;
import org.tocsin.party.CompromiseView;
import org.tocsin.party.Contacts;
import org.tocsin.store.Transactions;

/** Shows a report, its revisions and its audit entries to those who may see them. */
@ApplicationScoped
public class ReportReading {

    private final Transactions transactions;
    private final Reports reports;
    private final ReportHeads heads;
    private final Revisions revisions;
    private final AuditTrail audit;
    private final Contacts contacts;

    ReportReading(Transactions transactions, Reports reports, ReportHeads heads, Revisions revisions, AuditTrail audit, Contacts contacts) {
        this.transactions = transactions;
        this.reports = reports;
        this.heads = heads;
        this.revisions = revisions;
        this.audit = audit;
        this.contacts = contacts;
    }

    public ReportView report(Caller caller, String name) {
        return transactions.seeing(caller.sight(), () -> {
            ReportHead head = heads.visible(caller, name);
            Report report = head.report();
            return new ReportView(report.id, report.reference, report.versionTo(caller), report.state,
                    new ReportView.OrganisationView(head.organisation().id, head.organisation().name), report.caseReference,
                    report.receivedAt, report.changedTo(caller), RevisionView.of(head.latest()), tree(head.operators()),
                    head.onBehalf() == null ? null : OnBehalfView.of(head.onBehalf()),
                    caller.seesAll() ? liaisonPart(head) : null);
        });
    }

    /** Oldest first. */
    public List<RevisionView> revisions(Caller caller, String name) {
        return transactions.seeing(caller.sight(), () ->
                revisions.of(reports.visible(caller, name)).stream().map(RevisionView::of).toList());
    }

    /** @throws Problem 404 also when there is no such revision */
    public RevisionView revision(Caller caller, String name, String number) {
        return transactions.seeing(caller.sight(), () ->
                RevisionView.of(revisions.numbered(reports.visible(caller, name), number)));
    }

    /** @throws Problem 404 also when there is no such revision */
    public RevisionDiff difference(Caller caller, String name, String from, String to) {
        return transactions.seeing(caller.sight(), () -> {
            Report report = reports.visible(caller, name);
            return RevisionDiff.of(revisions.numbered(report, from), revisions.numbered(report, to));
        });
    }

    /** In the order of the log. Places in the log count everyone's entries, so only those who see all see them. */
    public List<AuditRecord> audit(Caller caller, String name) {
        return transactions.seeing(caller.sight(), () -> audit.of(reports.visible(caller, name).id).stream()
                .map(entry -> caller.seesAll() ? entry : entry.withoutPlace())
                .toList());
    }

    private ReportView.LiaisonPart liaisonPart(ReportHead head) {
        Report report = head.report();
        return new ReportView.LiaisonPart(report.liaisonSeverity, report.liaisonConfidence, report.liaisonGrade, report.holder, report.holderId, report.holderSince, tree(head.liaisons()),
                report.originPeer == null ? null
                        : new ReportView.OriginView(report.originPeer, report.originReport, report.originOperator),
                compromisePart(head));
    }

    /** @return null when all is well */
    private ReportView.CompromisePart compromisePart(ReportHead head) {
        CompromiseView standing = CompromiseView.of(head.report().organisation, head.compromised());
        return standing.standing().isEmpty() ? null
                : new ReportView.CompromisePart(standing.standing(), contacts.of(head.report().organisation).outOfBand());
    }

    private static JsonNode tree(Enriched enriched) {
        return enriched == null ? null : enriched.tree();
    }
}
