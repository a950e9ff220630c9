package org.tocsin.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tocsin.party.Caller;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.store.Background;
import org.tocsin.store.Transactions;

/**
 * Files that wait with a draft. They come in as attachments do, are scanned as those are, and become attachments in the
 * transaction in which the draft becomes a report.
 *
 * <p>Crash story: a file is with its draft or with the report, for it changes from one to the other in one commit. What a
 * draft leaves behind is erased by a task that is planned in the commit that removes it.
 */
@ApplicationScoped
public class WaitingFiles {

    /** @param size with its unit */
    public record Line(UUID id, String name, String size, AttachmentState state) {
    }

    private record Held(WaitingFile file, Content content) {
    }

    private static final String OF_A_DRAFT = """
            select w, c
            from WaitingFile w join Content c on c.id = w.content
            where w.draft = :draft
            order by w.addedAt, w.id""";

    private static final String SHARED = """
            select id from attachment_content
            where id in (select content_id from attachment_waiting where draft_id = :draft)
            order by id
            for share""";

    private final EntityManager database;
    private final Transactions transactions;
    private final AttachmentIntake intake;
    private final Completion completion;
    private final Background background;
    private final Reports reports;

    WaitingFiles(EntityManager database, Transactions transactions, AttachmentIntake intake, Completion completion, Background background,
            Reports reports) {
        this.database = database;
        this.transactions = transactions;
        this.intake = intake;
        this.completion = completion;
        this.background = background;
        this.reports = reports;
    }

    /**
     * What is wrong with one is said before any is taken in; from then on each is all or nothing on its own.
     *
     * @param draft one that is the caller's
     * @throws org.tocsin.problem.Problem 409 when there are as many as a report may have, 413 for too large a file, 422 for none or an empty one
     */
    public void add(Caller caller, UUID draft, List<FileUpload> files) {
        List<FileUpload> chosen = UploadedForm.chosen(files, of(caller, draft).size());
        for (FileUpload file : chosen) {
            try (InputStream bytes = Files.newInputStream(file.uploadedFile())) {
                intake.beginWaiting(caller, draft, UploadedForm.wanted(file), bytes);
            } catch (IOException unreadable) {
                throw new UncheckedIOException("an uploaded file cannot be read", unreadable);
            }
        }
    }

    /** In the order in which they were added. */
    public List<Line> of(Caller caller, UUID draft) {
        return transactions.seeing(caller.sight(), () -> held(draft).stream()
                .map(each -> new Line(each.file().id, each.file().name, FileSize.words(each.content().size), each.content().state)).toList());
    }

    public void remove(Caller caller, UUID draft, UUID file) {
        transactions.seeing(caller.sight(), () -> forget(draft, Optional.of(file)));
    }

    /** In the transaction that removes the draft. */
    public void forget(UUID draft) {
        forget(draft, Optional.empty());
    }

    /**
     * Makes attachments of them, in the transaction that files the report and holds it.
     *
     * @throws org.tocsin.problem.Problem 409 when the report then had more than it may have
     */
    public void bind(Caller caller, UUID draft, Report report) {
        database.createNativeQuery(SHARED).setParameter("draft", draft).getResultList();
        for (Held each : held(draft)) {
            completion.bind(caller, report, each.file(), each.content());
            database.createQuery("delete from WaitingFile where id = :id").setParameter("id", each.file().id).executeUpdate();
        }
    }

    /** The same, of a report that was filed before. Without files it does nothing. */
    public void bindLate(Caller caller, UUID draft, UUID report) {
        transactions.seeing(caller.sight(), () -> {
            if (!held(draft).isEmpty()) {
                bind(caller, draft, reports.toChange(report));
            }
        });
    }

    private List<Held> held(UUID draft) {
        return database.createQuery(OF_A_DRAFT, Object[].class).setParameter("draft", draft).getResultList().stream()
                .map(row -> new Held((WaitingFile) row[0], (Content) row[1])).toList();
    }

    private void forget(UUID draft, Optional<UUID> file) {
        List<?> contents = database.createNativeQuery("select * from forget_waiting(:draft, cast(:file as uuid))", UUID.class)
                .setParameter("draft", draft)
                .setParameter("file", file.map(UUID::toString).orElse(null))
                .getResultList();
        contents.forEach(content -> background.soon(EraseContentTask.of((UUID) content)));
    }
}
