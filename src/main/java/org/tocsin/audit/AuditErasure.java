package org.tocsin.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.tocsin.store.Erasable;
import org.tocsin.store.Erasure;
import org.tocsin.store.ExportTable;
import org.tocsin.store.Exported;

/** Erases salt and content; the commitment and its place in the log stay, and without the salt tell nothing. */
@ApplicationScoped
class AuditErasure implements Erasable, Exported {

    private static final String ENTRIES = """
            select e.id::text,
                   json_build_object('id', e.id, 'report', e.report_id, 'type', e.type, 'actor', e.actor, 'actorId', e.actor_id, 'at', e.at,
                     'commitment', encode(e.commitment, 'hex'), 'salt', encode(p.salt, 'hex'),
                     'content', convert_from(p.content, 'UTF8'), 'erasedAt', p.erased_at, 'erasedBecause', p.erased_why)::text
            from audit_entry e
            left join audit_payload p on p.entry_id = e.id
            where e.organisation_id = :organisation and e.id::text > :after
            order by e.id::text
            limit :most""";

    private final EntityManager database;

    AuditErasure(EntityManager database) {
        this.database = database;
    }

    @Override
    public void erase(Erasure erasure) {
        database.createNativeQuery("select cast(erase_audit_payloads(:erasure) as text)").setParameter("erasure", erasure.id()).getSingleResult();
    }

    @Override
    public List<ExportTable> tables() {
        return List.of(new ExportTable("audit", ENTRIES));
    }
}
