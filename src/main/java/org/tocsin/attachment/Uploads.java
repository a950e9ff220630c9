package org.tocsin.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.store.Ids;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/**
 * The rows of uploads: who may write which, and how far it got.
 *
 * <p>A piece is put first and counted then. Counting names the fence and the place, so of two requests that go on with
 * one upload the later has its way, and the earlier's next piece is not counted.
 */
@ApplicationScoped
class Uploads {

    private static final String TAKE = """
            update attachment_upload
            set fence = fence + 1,
                touched_at = :now
            where id = :id
              and received = :offset
              and attachment_id is null
              and not ended
            returning fence""";

    private static final String COUNT = """
            update attachment_upload
            set received = :at + :length,
                touched_at = :now
            where id = :id
              and fence = :fence
              and received = :at
              and attachment_id is null
              and not ended""";

    private static final String END = """
            update attachment_upload
            set ended = true,
                touched_at = :now
            where id = :id
              and fence = :fence
              and attachment_id is null""";

    private static final String END_UNTOUCHED = """
            update attachment_upload
            set ended = true,
                fence = fence + 1
            where touched_at < :since
              and attachment_id is null
              and not ended""";

    private final EntityManager database;
    private final Transactions transactions;
    private final Reports reports;
    private final Now now;

    Uploads(EntityManager database, Transactions transactions, Reports reports, Now now) {
        this.database = database;
        this.transactions = transactions;
        this.reports = reports;
        this.now = now;
    }

    /** @throws Problem 404 for another organisation's report, 409 when there are as many as may be or the liaison does not hold it */
    Turn begin(Caller caller, String reportName, NewUpload wanted) {
        return transactions.seeing(caller.sight(), () -> {
            Report report = reports.toChange(reports.visible(caller, reportName).id);
            checkMayAttach(caller, report);
            AttachmentRules.checkRoom(attached(report));
            AttachmentRules.checkOpenUploads(open(report));
            Upload upload = drawn(caller, report.organisation, wanted);
            upload.report = report.id;
            return begun(upload);
        });
    }

    /**
     * @param draft one that is the caller's
     * @throws Problem 409 when as many wait as a report may have
     */
    Turn beginWaiting(Caller caller, UUID draft, NewUpload wanted) {
        return transactions.seeing(caller.sight(), () -> {
            AttachmentRules.checkRoom(waiting(draft));
            Upload upload = drawn(caller, caller.ownOrganisation(), wanted);
            upload.draft = draft;
            return begun(upload);
        });
    }

    private Upload drawn(Caller caller, String organisation, NewUpload wanted) {
        Upload upload = new Upload();
        upload.id = Ids.next();
        upload.organisation = organisation;
        upload.name = wanted.name();
        upload.declaredType = wanted.declaredType();
        upload.length = wanted.length().orElse(null);
        upload.expected = wanted.expected().orElse(null);
        upload.fence = 1;
        upload.startedBy = caller.name();
        upload.startedAt = now.instant();
        upload.touchedAt = upload.startedAt;
        return upload;
    }

    private Turn begun(Upload upload) {
        database.persist(upload);
        return new Turn(upload.id, upload.content(), upload.fence, 0, upload.length);
    }

    /** @throws Problem 404 when there is none of this report that the caller may see */
    Upload visible(Caller caller, String reportName, String id) {
        return transactions.seeing(caller.sight(), () -> find(caller, reportName, id));
    }

    /** @throws Problem 404 when there is none, 409 when it is not at that place or not open any more */
    Turn take(Caller caller, String reportName, String id, long offset) {
        return transactions.seeing(caller.sight(), () -> {
            Upload upload = find(caller, reportName, id);
            checkMayAttach(caller, reports.findById(upload.report));
            Optional<?> fence = database.createNativeQuery(TAKE)
                    .setParameter("id", upload.id)
                    .setParameter("offset", offset)
                    .setParameter("now", now.instant())
                    .getResultStream().findFirst();
            return fence.map(number -> new Turn(upload.id, upload.content(), ((Number) number).longValue(), offset, upload.length))
                    .orElseThrow(() -> AttachmentRules.notHere(upload, offset));
        });
    }

    /** @throws Problem 409 when another request has taken over */
    void count(Turn turn, long at, int length) {
        int counted = transactions.seeing(Sight.own(turn.content().organisation()), () -> database.createNativeQuery(COUNT)
                .setParameter("id", turn.upload())
                .setParameter("fence", turn.fence())
                .setParameter("at", at)
                .setParameter("length", length)
                .setParameter("now", now.instant())
                .executeUpdate());
        if (counted == 0) {
            throw AttachmentRules.takenOver();
        }
    }

    /** Gives it up. @return whether it is: not when another request has taken over, or it is an attachment already */
    boolean end(Turn turn) {
        return transactions.seeing(Sight.own(turn.content().organisation()), () -> database.createNativeQuery(END)
                .setParameter("id", turn.upload())
                .setParameter("fence", turn.fence())
                .setParameter("now", now.instant())
                .executeUpdate()) == 1;
    }

    /** Gives those up that nobody has gone on with since then: whoever wants to now finds them gone. */
    void endUntouched(Instant since) {
        transactions.seeing(Sight.all(), () -> {
            database.createNativeQuery(END_UNTOUCHED).setParameter("since", since).executeUpdate();
        });
    }

    /** Those that were given up, and those that became attachments before then. */
    List<Upload> over(Instant attachedBefore, int most) {
        return transactions.seeing(Sight.all(), () -> database.createQuery("""
                        from Upload
                        where ended or attachment is not null and touchedAt < :before
                        order by touchedAt""", Upload.class)
                .setParameter("before", attachedBefore)
                .setMaxResults(most)
                .getResultList());
    }

    /** Whether its pieces are an attachment's now. */
    boolean isAdopted(ContentKey upload) {
        return transactions.seeing(Sight.own(upload.organisation()), () -> database.find(Content.class, upload.id()) != null);
    }

    /** After its pieces are gone, or belong to an attachment. */
    void forget(ContentKey upload) {
        transactions.seeing(Sight.own(upload.organisation()), () -> {
            database.createQuery("delete from Upload where id = :id").setParameter("id", upload.id()).executeUpdate();
        });
    }

    /** With a draft. */
    long waiting(UUID draft) {
        return database.createQuery("select count(*) from WaitingFile where draft = :draft", Long.class)
                .setParameter("draft", draft).getSingleResult();
    }

    long attached(Report report) {
        return database.createQuery("select count(*) from Attachment where report = :report", Long.class)
                .setParameter("report", report.id).getSingleResult();
    }

    private long open(Report report) {
        return database.createQuery("select count(*) from Upload where report = :report and attachment is null and not ended", Long.class)
                .setParameter("report", report.id).getSingleResult();
    }

    private Upload find(Caller caller, String reportName, String id) {
        Report report = reports.visible(caller, reportName);
        return Ids.read(id).map(key -> database.find(Upload.class, key))
                .filter(upload -> report.id.equals(upload.report))
                .orElseThrow(() -> Problem.notFound("upload"));
    }

    private static void checkMayAttach(Caller caller, Report report) {
        boolean own = report.organisation.equals(caller.organisation()) && (caller.is(Role.OPERATOR) || caller.is(Role.SENSOR));
        if (!own) {
            AttachmentRules.checkHolds(caller.actor(), report);
        }
    }
}
