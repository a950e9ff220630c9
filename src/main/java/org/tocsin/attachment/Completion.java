package org.tocsin.attachment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.audit.Audience;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.report.Timeline;
import org.tocsin.seal.Sha256;
import org.tocsin.store.Background;
import org.tocsin.store.Ids;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/**
 * Makes an attachment of an upload whose last byte has come.
 *
 * <p>Crash story: content, attachment, timeline, audit entry, the task that wakes the scanner, and the upload's end are one
 * commit. Before it the upload is as it was, and its last request can be sent again; after it the attachment is there,
 * and that request is answered with its address.
 */
@ApplicationScoped
class Completion {

    private static final String ADOPT = """
            insert into attachment_content (id, organisation_id, digest, size, detected_type, state)
            values (:id, :organisation, :digest, :size, :type, :state)
            on conflict (organisation_id, digest) where erased_at is null do nothing""";

    /** Holds it, so that a verdict of the scanner waits until this attachment can be seen, and tells of it too. */
    private static final String SHARED = """
            select id from attachment_content
            where organisation_id = :organisation and digest = :digest and erased_at is null
            for share""";

    private final EntityManager database;
    private final Transactions transactions;
    private final Reports reports;
    private final Uploads uploads;
    private final StoredBytes bytes;
    private final FileTypes types;
    private final Scanner scanner;
    private final Timeline timeline;
    private final Background background;
    private final Now now;

    Completion(EntityManager database, Transactions transactions, Reports reports, Uploads uploads, StoredBytes bytes,
            FileTypes types, Scanner scanner, Timeline timeline, Background background, Now now) {
        this.database = database;
        this.transactions = transactions;
        this.reports = reports;
        this.uploads = uploads;
        this.bytes = bytes;
        this.types = types;
        this.scanner = scanner;
        this.timeline = timeline;
        this.background = background;
        this.now = now;
    }

    /**
     * @param came what came with the last request
     * @return the answer: the first one again when this report has a file of this name and digest
     * @throws Problem 400 for the wrong length, 409 when there are as many as may be, 422 for no bytes or the wrong digest
     */
    Attached complete(Caller caller, Turn turn, UploadIntake.Intake came) {
        if (turn.length() != null && turn.length() != came.received()) {
            throw AttachmentRules.wrongLength(turn.length(), came.received());
        }
        if (came.received() == 0) {
            throw AttachmentRules.empty();
        }
        byte[] digest = turn.offset() == 0 ? came.digest() : bytes.digest(turn.content(), came.received());
        String detected = types.detected(bytes.beginning(turn.content()));
        return transactions.seeing(Sight.own(turn.content().organisation()), () -> {
            Upload upload = held(turn, came.received());
            if (upload.expected != null && !Arrays.equals(upload.expected, digest)) {
                throw ExpectedDigest.differs(ExpectedDigest.OF_THE_WHOLE);
            }
            if (upload.draft != null) {
                return wait(caller, upload, content(upload, digest, came.received(), detected));
            }
            // A report is always held before a content, here, when one is scanned, and when one is erased.
            Report report = reports.toChange(upload.report);
            Content content = content(upload, digest, came.received(), detected);
            return earlier(report, content, upload.name)
                    .map(attachment -> again(upload, attachment))
                    .orElseGet(() -> {
                        Attachment made = attach(caller, report, new Wanted(upload.name, upload.declaredType), content);
                        upload.attachment = made.id;
                        upload.touchedAt = made.addedAt;
                        return new Attached(report.id, made.id, made.content, made.answer);
                    });
        });
    }

    private Upload held(Turn turn, long received) {
        Upload upload = database.find(Upload.class, turn.upload(), LockModeType.PESSIMISTIC_WRITE);
        if (upload == null || upload.fence != turn.fence() || upload.received != received || !upload.isOpen()) {
            throw AttachmentRules.takenOver();
        }
        return upload;
    }

    /** The organisation's own copy of these bytes: this one, if there was none. */
    private Content content(Upload upload, byte[] digest, long size, String detected) {
        int adopted = database.createNativeQuery(ADOPT)
                .setParameter("id", upload.id)
                .setParameter("organisation", upload.organisation)
                .setParameter("digest", digest)
                .setParameter("size", size)
                .setParameter("type", detected)
                .setParameter("state", scanner.stateOfNew().code())
                .executeUpdate();
        UUID id = (UUID) database.createNativeQuery(SHARED, UUID.class)
                .setParameter("organisation", upload.organisation)
                .setParameter("digest", digest)
                .getSingleResult();
        Content content = database.find(Content.class, id);
        if (adopted == 1 && content.state == AttachmentState.QUARANTINED) {
            background.soon(ScanTask.of(id));
        }
        return content;
    }

    private Optional<Attachment> earlier(Report report, Content content, String name) {
        List<Attachment> same = database.createQuery(
                        "from Attachment where report = :report and content = :content and name = :name", Attachment.class)
                .setParameter("report", report.id)
                .setParameter("content", content.id)
                .setParameter("name", name)
                .getResultList();
        return same.stream().findFirst();
    }

    /** With the draft, once: its draft is there, or the row cannot be. */
    private Attached wait(Caller caller, Upload upload, Content content) {
        UUID file = same(upload, content).orElseGet(() -> {
            AttachmentRules.checkRoom(uploads.waiting(upload.draft));
            WaitingFile waiting = new WaitingFile();
            waiting.id = Ids.next();
            waiting.organisation = upload.organisation;
            waiting.draft = upload.draft;
            waiting.content = content.id;
            waiting.name = upload.name;
            waiting.declaredType = upload.declaredType;
            waiting.typeMismatch = types.mismatch(upload.declaredType, content.detectedType);
            waiting.addedBy = caller.name();
            waiting.client = caller.client();
            waiting.addedAt = now.instant();
            database.persist(waiting);
            return waiting.id;
        });
        upload.attachment = file;
        upload.touchedAt = now.instant();
        return new Attached(null, file, content.id, null);
    }

    private Optional<UUID> same(Upload upload, Content content) {
        return database.createQuery("select id from WaitingFile where draft = :draft and content = :content and name = :name", UUID.class)
                .setParameter("draft", upload.draft)
                .setParameter("content", content.id)
                .setParameter("name", upload.name)
                .getResultStream().findFirst();
    }

    /** In the transaction that files the report: what waited becomes an attachment, unless the report has it already. */
    void bind(Caller caller, Report report, WaitingFile file, Content content) {
        if (earlier(report, content, file.name).isEmpty()) {
            attach(caller, report, new Wanted(file.name, file.declaredType), content);
        }
    }

    /** What its sender says of a file. */
    private record Wanted(String name, String declaredType) {
    }

    private static Attached again(Upload upload, Attachment attachment) {
        upload.attachment = attachment.id;
        return new Attached(attachment.report, attachment.id, attachment.content, attachment.answer);
    }

    private Attachment attach(Caller caller, Report report, Wanted wanted, Content content) {
        AttachmentRules.checkRoom(uploads.attached(report));
        Instant at = now.instant();
        Attachment attachment = new Attachment();
        attachment.id = Ids.next();
        attachment.organisation = report.organisation;
        attachment.report = report.id;
        attachment.content = content.id;
        attachment.name = wanted.name();
        attachment.declaredType = wanted.declaredType();
        attachment.typeMismatch = types.mismatch(wanted.declaredType(), content.detectedType);
        boolean own = report.organisation.equals(caller.organisation());
        attachment.addedBy = own ? caller.name() : Role.LIAISON_TO_OPERATORS;
        attachment.client = caller.client();
        attachment.addedAt = at;
        attachment.answer = written(AttachmentView.of(attachment, content));
        database.persist(attachment);
        ObjectNode detail = Json.MAPPER.createObjectNode()
                .put("attachment", attachment.id.toString())
                .put("name", attachment.name)
                .put("size", content.size)
                .put("sha256", Sha256.hex(content.digest))
                .put("state", content.state.code());
        if (own) {
            timeline.write(report, "attachment.added", caller.actor(), Audience.OPERATOR, at, detail);
        } else {
            timeline.writeAs(Role.LIAISON_TO_OPERATORS, report, "attachment.added", caller.actor(), at, detail);
        }
        return attachment;
    }

    private static byte[] written(AttachmentView view) {
        try {
            return Json.MAPPER.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written", e);
        }
    }
}
