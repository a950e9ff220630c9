package org.tocsin.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.tocsin.party.Caller;
import org.tocsin.problem.Problem;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.store.Ids;
import org.tocsin.store.Transactions;

/** Shows a report's attachments to those who may see the report. */
@ApplicationScoped
class AttachmentReading {

    /** An attachment with what it shares with others. */
    record Whole(Attachment attachment, Content content) {

        AttachmentView view() {
            return AttachmentView.of(attachment, content);
        }
    }

    private static final String OF_A_REPORT = """
            select new org.tocsin.attachment.AttachmentReading$Whole(a, c)
            from Attachment a join Content c on c.id = a.content
            where a.report = :report
            order by a.addedAt, a.id""";

    private final EntityManager database;
    private final Transactions transactions;
    private final Reports reports;

    AttachmentReading(EntityManager database, Transactions transactions, Reports reports) {
        this.database = database;
        this.transactions = transactions;
        this.reports = reports;
    }

    /** In the order in which they were added. */
    List<AttachmentView> of(Caller caller, String reportName) {
        return transactions.seeing(caller.sight(), () ->
                of(reports.visible(caller, reportName)).stream().map(Whole::view).toList());
    }

    /** @throws Problem 404 when the report has none such, or is another organisation's */
    Whole one(Caller caller, String reportName, String id) {
        return transactions.seeing(caller.sight(), () -> {
            Report report = reports.visible(caller, reportName);
            return Ids.read(id).map(key -> database.find(Attachment.class, key))
                    .filter(attachment -> attachment.report.equals(report.id))
                    .map(attachment -> new Whole(attachment, database.find(Content.class, attachment.content)))
                    .orElseThrow(() -> Problem.notFound("attachment"));
        });
    }

    private List<Whole> of(Report report) {
        return database.createQuery(OF_A_REPORT, Whole.class).setParameter("report", report.id).getResultList();
    }
}
