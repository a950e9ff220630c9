package org.tocsin.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/**
 * Keeps pieces as rows. Each has a short transaction of its own, so that a slow client holds none open.
 *
 * <p>Crash story: a piece that is committed while the upload's row does not cover it yet lies at the very place where
 * whoever goes on with the upload begins, and is replaced by that one's first piece.
 */
@ApplicationScoped
class DatabaseContent implements ContentStore {

    private static final String PUT = """
            insert into attachment_chunk (content_id, at, organisation_id, fence, bytes)
            values (:content, :at, :organisation, :fence, :bytes)
            on conflict (content_id, at) do update
            set fence = excluded.fence,
                bytes = excluded.bytes
            where attachment_chunk.fence <= excluded.fence""";

    private static final String HOLDING = """
            select at, bytes
            from attachment_chunk
            where content_id = :content and organisation_id = :organisation and at <= :at
            order by at desc
            limit 1""";

    private static final String REMOVE = """
            delete from attachment_chunk
            where content_id = :content and organisation_id = :organisation""";

    private final EntityManager database;
    private final Transactions transactions;

    DatabaseContent(EntityManager database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    @Override
    public void put(ContentKey content, long fence, Piece piece) {
        transactions.seeing(Sight.own(content.organisation()), () -> {
            database.createNativeQuery(PUT)
                    .setParameter("content", content.id())
                    .setParameter("at", piece.at())
                    .setParameter("organisation", content.organisation())
                    .setParameter("fence", fence)
                    .setParameter("bytes", piece.bytes())
                    .executeUpdate();
        });
    }

    @Override
    public Piece holding(ContentKey content, long at) {
        return transactions.seeing(Sight.own(content.organisation()), () -> {
            List<?> rows = database.createNativeQuery(HOLDING)
                    .setParameter("content", content.id())
                    .setParameter("organisation", content.organisation())
                    .setParameter("at", at)
                    .getResultList();
            if (rows.isEmpty()) {
                throw new IllegalStateException("content " + content.id() + " has no byte " + at);
            }
            Object[] row = (Object[]) rows.get(0);
            return new Piece(((Number) row[0]).longValue(), (byte[]) row[1]);
        });
    }

    @Override
    public void remove(ContentKey content) {
        transactions.seeing(Sight.own(content.organisation()), () -> {
            database.createNativeQuery(REMOVE)
                    .setParameter("content", content.id())
                    .setParameter("organisation", content.organisation())
                    .executeUpdate();
        });
    }
}
