package org.tocsin.attachment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.audit.Actor;
import org.tocsin.audit.Audience;
import org.tocsin.json.Json;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.report.Timeline;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/**
 * Takes a content out of quarantine: reads what it is, asks the scanner with no transaction open, writes the verdict down.
 *
 * <p>Crash story: until the verdict is committed the content is quarantined and its task due, so another replica asks
 * again. Of two verdicts the first one is written; the state it changes from is named.
 */
@ApplicationScoped
class Scan {


    private static final String DECIDE = """
            update attachment_content
            set state = :state,
                finding = :finding,
                scanned_at = :at,
                scan_attempts = scan_attempts + 1
            where id = :id and state = 'quarantined'""";

    private static final String HOLD = "select id from attachment_content where id = :id for update";

    private static final String TRIED = """
            update attachment_content
            set scan_attempts = scan_attempts + 1
            where id = :id and state = 'quarantined'
            returning scan_attempts""";

    private final EntityManager database;
    private final Transactions transactions;
    private final Scanner scanner;
    private final Reports reports;
    private final Timeline timeline;
    private final Now now;

    Scan(EntityManager database, Transactions transactions, Scanner scanner, Reports reports, Timeline timeline, Now now) {
        this.database = database;
        this.transactions = transactions;
        this.scanner = scanner;
        this.reports = reports;
        this.timeline = timeline;
        this.now = now;
    }

    /** @return when to try again; nothing when there is nothing more to do */
    Optional<Instant> of(UUID id) {
        Content content = transactions.seeing(Sight.all(), () -> database.find(Content.class, id));
        if (content == null || content.state != AttachmentState.QUARANTINED || content.erasedAt != null) {
            return Optional.empty();
        }
        Verdict verdict = scanner.scan(content);
        if (verdict instanceof Verdict.Infected infected) {
            decide(content, AttachmentState.INFECTED, infected.finding());
            return Optional.empty();
        }
        if (verdict instanceof Verdict.Clean) {
            decide(content, AttachmentState.CLEAN, null);
            return Optional.empty();
        }
        return again(content);
    }

    private Optional<Instant> again(Content content) {
        return transactions.seeing(Sight.all(), () -> database.createNativeQuery(TRIED)
                .setParameter("id", content.id)
                .getResultStream().findFirst()
                .map(attempts -> now.instant().plus(scanner.waitAfter(((Number) attempts).intValue()))));
    }

    private void decide(Content content, AttachmentState state, String finding) {
        while (!decided(content, state, finding)) {
            // one more report got this content meanwhile
        }
    }

    /** Holds the reports before the content, as all others do; not decided when there is one more by then. */
    private boolean decided(Content content, AttachmentState state, String finding) {
        return transactions.seeing(Sight.all(), () -> {
            List<UUID> held = reportsOf(content);
            held.forEach(reports::toChange);
            database.createNativeQuery(HOLD).setParameter("id", content.id).getSingleResult();
            if (!reportsOf(content).equals(held)) {
                return false;
            }
            Instant at = now.instant();
            int changed = database.createNativeQuery(DECIDE)
                    .setParameter("id", content.id)
                    .setParameter("state", state.code())
                    .setParameter("finding", finding)
                    .setParameter("at", at)
                    .executeUpdate();
            if (changed == 1) {
                attachments(content).forEach(attachment -> tell(attachment, state, finding, at));
            }
            return true;
        });
    }

    /** In one order, so that two verdicts do not wait for each other crosswise. */
    private List<UUID> reportsOf(Content content) {
        return database.createQuery("select distinct report from Attachment where content = :content order by report", UUID.class)
                .setParameter("content", content.id)
                .getResultList();
    }

    private List<Attachment> attachments(Content content) {
        return database.createQuery("from Attachment where content = :content and erasedAt is null order by report, id", Attachment.class)
                .setParameter("content", content.id)
                .getResultList();
    }

    private void tell(Attachment attachment, AttachmentState state, String finding, Instant at) {
        Report report = reports.findById(attachment.report);
        ObjectNode detail = Json.MAPPER.createObjectNode()
                .put("attachment", attachment.id.toString())
                .put("name", attachment.name)
                .put("state", state.code());
        if (finding != null) {
            detail.put("finding", finding);
        }
        timeline.write(report, "attachment.scanned", Actor.TOCSIN, Audience.OPERATOR, at, detail);
    }
}
