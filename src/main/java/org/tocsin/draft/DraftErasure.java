package org.tocsin.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.tocsin.attachment.WaitingFiles;
import org.tocsin.store.Erasable;
import org.tocsin.store.Erasure;
import org.tocsin.store.ExportTable;
import org.tocsin.store.Exported;

/** Drafts that go on with a report say what it said: they go with it. They are private to who writes them, also in an export. */
@ApplicationScoped
class DraftErasure implements Erasable, Exported {

    private static final String DRAFTS = """
            select id::text,
                   json_build_object('id', id, 'owner', owner, 'report', report_id, 'startedAt', started_at,
                     'touchedAt', touched_at, 'typed', convert_from(typed, 'UTF8')::json)::text
            from draft
            where organisation_id = :organisation and owner = :exporter and id::text > :after
            order by id::text
            limit :most""";

    private final EntityManager database;
    private final WaitingFiles files;

    DraftErasure(EntityManager database, WaitingFiles files) {
        this.database = database;
        this.files = files;
    }

    @Override
    public void erase(Erasure erasure) {
        if (erasure.scope() == Erasure.Scope.REPORT) {
            database.createQuery("select id from Draft where report = :report", UUID.class).setParameter("report", erasure.report())
                    .getResultList().forEach(files::forget);
            database.createQuery("delete from Draft where report = :report").setParameter("report", erasure.report()).executeUpdate();
        }
    }

    @Override
    public List<ExportTable> tables() {
        return List.of(new ExportTable("drafts", DRAFTS));
    }
}
