package org.tocsin.witness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.Hash;
import org.tocsin.audit.log.Note;

/** The rows of what we cosigned, in the caller's transaction, which must see all. */
@ApplicationScoped
class WitnessedTrees {

    private static final String SEEN = "select size, root, note from witnessed_log where origin = :origin";

    /** Only from the tree that was judged: of two requests that were judged at once, the second finds another one there. */
    private static final String ADVANCE = """
            insert into witnessed_log as seen (origin, size, root, note, cosigned_at)
            values (:origin, :size, :root, :note, now())
            on conflict (origin) do update
            set size = excluded.size, root = excluded.root, note = excluded.note, cosigned_at = excluded.cosigned_at
            where seen.size = :before and seen.root = :rootBefore""";

    /** One proves it. Some more may tell who was shown what; whoever has the log's key can sign without end. */
    private static final int ENOUGH = 10;

    private static final String SPLIT = """
            insert into witnessed_split (origin, size, root, cosigned, refused, seen_at)
            select :origin, :size, :root, :cosigned, :refused, now()
            where (select count(*) from witnessed_split s where s.origin = :origin and s.size = :size) < :enough
            on conflict do nothing""";

    private final EntityManager database;

    WitnessedTrees(EntityManager database) {
        this.database = database;
    }

    Seen of(String origin) {
        List<?> found = database.createNativeQuery(SEEN).setParameter("origin", origin).getResultList();
        return found.stream().map(Object[].class::cast).findFirst()
                .map(row -> new Seen(((Number) row[0]).longValue(), Hash.of((byte[]) row[1]), (String) row[2]))
                .orElse(Seen.NOTHING);
    }

    /** @return false when another request was faster: then nothing is changed */
    boolean advance(Seen before, Checkpoint checkpoint, Note cosigned) {
        return database.createNativeQuery(ADVANCE)
                .setParameter("origin", checkpoint.origin())
                .setParameter("size", checkpoint.size())
                .setParameter("root", checkpoint.root().bytes())
                .setParameter("note", cosigned.written())
                .setParameter("before", before.size())
                .setParameter("rootBefore", before.root().bytes())
                .executeUpdate() == 1;
    }

    /** @return whether this contradiction was not known before, and not enough others of this size either */
    boolean keepContradiction(Seen cosigned, Checkpoint checkpoint, Note refused) {
        return database.createNativeQuery(SPLIT)
                .setParameter("origin", checkpoint.origin())
                .setParameter("size", checkpoint.size())
                .setParameter("root", checkpoint.root().bytes())
                .setParameter("cosigned", cosigned.note())
                .setParameter("refused", refused.written())
                .setParameter("enough", ENOUGH)
                .executeUpdate() == 1;
    }
}
