package org.tocsin.report;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tocsin.audit.AuditRecord;
import org.tocsin.audit.AuditTrail;
import org.tocsin.party.Caller;
import org.tocsin.party.Compromise;
import org.tocsin.party.CompromiseView;
import org.tocsin.party.Contacts;
import org.tocsin.party.Organisation;
import org.tocsin.party.Organisations;
import org.tocsin.store.Transactions;

/** Shows a report, its revisions and its audit entries to those who may see them. */
@ApplicationScoped
public class ReportReading {

    private final Transactions transactions;
    private final Reports reports;
    private final Revisions revisions;
    private final Enrichments enrichments;
    private final OnBehalfMarks onBehalf;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final Compromise compromise;
    private final Contacts contacts;

    ReportReading(Transactions transactions, Reports reports, Revisions revisions, Enrichments enrichments,
            OnBehalfMarks onBehalf, Organisations organisations, AuditTrail audit, Compromise compromise, Contacts contacts) {
        this.transactions = transactions;
        this.reports = reports;
        this.revisions = revisions;
        this.enrichments = enrichments;
        this.onBehalf = onBehalf;
        this.organisations = organisations;
        this.audit = audit;
        this.compromise = compromise;
        this.contacts = contacts;
    }

    public ReportView report(Caller caller, String name) {
        return transactions.seeing(caller.sight(), () -> {
            Report report = reports.visible(caller, name);
            Revision latest = revisions.latest(report);
            return new ReportView(report.id, report.reference, report.version, report.state,
                    organisation(report), report.caseReference, report.receivedAt, report.changedAt,
                    RevisionView.of(latest), enrichment(latest, Enriched.OPERATOR),
                    onBehalf.of(report).map(OnBehalfView::of).orElse(null),
                    caller.seesAll() ? liaisonPart(report, latest) : null);
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

    private ReportView.LiaisonPart liaisonPart(Report report, Revision latest) {
        return new ReportView.LiaisonPart(report.liaisonSeverity, report.holder, report.holderSince,
                enrichment(latest, Enriched.LIAISON),
                report.originPeer == null ? null
                        : new ReportView.OriginView(report.originPeer, report.originReport, report.originOperator),
                compromisePart(report.organisation));
    }

    /** @return null when all is well */
    private ReportView.CompromisePart compromisePart(String organisation) {
        CompromiseView standing = CompromiseView.of(organisation, compromise.of(organisation));
        return standing.standing().isEmpty() ? null
                : new ReportView.CompromisePart(standing.standing(), contacts.of(organisation).outOfBand());
    }

    private ReportView.OrganisationView organisation(Report report) {
        Organisation organisation = organisations.findById(report.organisation);
        return new ReportView.OrganisationView(organisation.id, organisation.name);
    }

    private JsonNode enrichment(Revision revision, String audience) {
        return enrichments.of(revision, audience).map(Enriched::tree).orElse(null);
    }
}
