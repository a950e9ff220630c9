package org.tocsin.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.tocsin.seal.Sha256;
import org.tocsin.store.Background;
import org.tocsin.store.Erasable;
import org.tocsin.store.Erasure;
import org.tocsin.store.ExportTable;
import org.tocsin.store.Exported;
import org.tocsin.store.ExportedFile;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/**
 * Erases attachments' names, and the bytes that no other attachment has.
 *
 * <p>Crash story: in the erasure's own transaction a content becomes one that nobody gets, and a task is planned. The
 * task removes the pieces, with no transaction of ours open, for a store may be elsewhere; it is run until it succeeded.
 */
@ApplicationScoped
class AttachmentErasure implements Erasable, Exported {

    private static final String ATTACHMENTS = """
            select a.id::text,
                   json_build_object('id', a.id, 'report', a.report_id, 'name', a.name, 'size', c.size,
                     'sha256', encode(c.digest, 'hex'), 'declaredType', a.declared_type, 'detectedType', c.detected_type,
                     'state', c.state, 'addedBy', a.added_by, 'addedAt', a.added_at,
                     'erasedAt', a.erased_at, 'erasedBecause', a.erased_why)::text
            from attachment a join attachment_content c on c.id = a.content_id
            where a.organisation_id = :organisation and a.id::text > :after
            order by a.id::text
            limit :most""";

    private static final String WAITING = """
            select w.id::text,
                   json_build_object('id', w.id, 'draft', w.draft_id, 'name', w.name, 'size', c.size, 'sha256', encode(c.digest, 'hex'),
                     'declaredType', w.declared_type, 'state', c.state, 'addedBy', w.added_by, 'addedAt', w.added_at)::text
            from attachment_waiting w
            join attachment_content c on c.id = w.content_id
            join draft d on d.id = w.draft_id and d.owner = :exporter
            where w.organisation_id = :organisation and w.id::text > :after
            order by w.id::text
            limit :most""";

    private static final String CONTENTS = """
            select c.*
            from attachment_content c
            where c.organisation_id = :organisation
              and c.erased_at is null
              and c.state in ('clean', 'not-scanned')
              and (exists (select from attachment a where a.content_id = c.id and a.erased_at is null)
                or exists (select from attachment_waiting w
                           join draft d on d.id = w.draft_id and d.owner = :exporter
                           where w.content_id = c.id))
            order by c.id""";

    private final EntityManager database;
    private final Transactions transactions;
    private final Background background;
    private final StoredBytes bytes;
    private final ContentStore store;

    AttachmentErasure(EntityManager database, Transactions transactions, Background background, StoredBytes bytes, ContentStore store) {
        this.database = database;
        this.transactions = transactions;
        this.background = background;
        this.bytes = bytes;
        this.store = store;
    }

    @Override
    public void erase(Erasure erasure) {
        List<?> contents = database.createNativeQuery("select * from erase_attachments(:erasure)", UUID.class)
                .setParameter("erasure", erasure.id())
                .getResultList();
        contents.forEach(content -> background.soon(EraseContentTask.of((UUID) content)));
    }

    /** Removes the pieces of an erased content. Doing it again does nothing. */
    void remove(UUID id) {
        Content content = transactions.seeing(Sight.all(), () -> database.find(Content.class, id));
        if (content.erasedAt != null) {
            store.remove(content.key());
        }
    }

    @SuppressWarnings("unchecked")
    private List<Content> contents(String organisation, String exporter) {
        return database.createNativeQuery(CONTENTS, Content.class)
                .setParameter("organisation", organisation)
                .setParameter("exporter", exporter)
                .getResultList();
    }

    @Override
    public List<ExportTable> tables() {
        return List.of(new ExportTable("attachments", ATTACHMENTS), new ExportTable("files-of-drafts", WAITING));
    }

    /** Each that is given out, once, named by its SHA-256: what belongs to a report, or waits with a draft of the exporter's own. */
    @Override
    public Iterator<ExportedFile> files(String organisation, String exporter) {
        List<Content> contents = transactions.seeing(Sight.own(organisation), () -> contents(organisation, exporter));
        return contents.stream()
                .map(content -> new ExportedFile("files/" + Sha256.hex(content.digest), bytes.pieces(content.key(), 0, content.size)))
                .iterator();
    }
}
