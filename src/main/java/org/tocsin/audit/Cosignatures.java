package org.tocsin.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import org.tocsin.audit.log.AddCheckpoint;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.Note;
import org.tocsin.audit.log.Proofs;
import org.tocsin.audit.log.SignatureLine;
import org.tocsin.audit.log.TileNodes;
import org.tocsin.json.Json;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/** What witnesses said of our checkpoints, and what they are to be asked next. */
@ApplicationScoped
class Cosignatures {

    private static final String CHOOSE = """
            update audit_cosigning
            set size = (select max(size) from audit_checkpoint), chosen_at = now()
            where (chosen_at <= now() - make_interval(secs => :seconds) or chosen_at > now())
              and size < (select max(size) from audit_checkpoint)""";

    private static final String WANTED = """
            select c.note
            from audit_cosigning w
            join audit_checkpoint c on c.size = w.size
            where not exists (select from audit_cosignature s where s.size >= w.size and s.witness = :witness)""";

    private static final String LAST_BY = "select coalesce(max(size), 0) from audit_cosignature where witness = :witness";

    private static final String SIGNED = "select exists (select from audit_checkpoint where size = :size)";

    private static final String STORE = """
            insert into audit_cosignature (size, witness, line, at)
            values (:size, :witness, :line, now())
            on conflict do nothing""";

    private static final String KNOWN = "insert into audit_witness (witness, problem, since) values (:witness, null, now()) on conflict do nothing";

    private static final String PROBLEM = "select problem from audit_witness where witness = :witness for update";

    private static final String STANDS = """
            update audit_witness
            set problem = cast(:problem as text), since = now()
            where witness = :witness
              and problem is distinct from cast(:problem as text)""";

    /** Of a checkpoint c: with the cosignatures that it has. */
    static final String NOTE = "c.note || coalesce((select string_agg(s.line, '' order by s.witness) from audit_cosignature s where s.size = c.size), '')";

    private static final String WHOLE = "select " + NOTE + " as note\nfrom audit_checkpoint c\n";

    private static final String LAST = WHOLE + "order by c.size desc limit 1";

    private static final String NEWEST = """
            select s.size
            from audit_cosignature s
            group by s.size
            having count(*) >= greatest(1, (select count(*) from audit_witness w where w.witness in (:witnesses) and w.problem is null))
            order by s.size desc
            limit 1""";

    private static final String COSIGNED = WHOLE + "where c.size = (" + NEWEST + ")";

    /** The newest that is cosigned if it covers so many leaves, otherwise the last if that does; to be formatted with their number. */
    static final String COVERING = WHOLE + "where c.size >= %s\n  and c.size in ((" + NEWEST + """
            ), (select max(size) from audit_checkpoint))
            order by c.size
            limit 1
            """;

    private final EntityManager database;
    private final Transactions transactions;
    private final StoredTiles tiles;
    private final Audit audit;
    private final Now now;
    private final double interval;

    Cosignatures(EntityManager database, Transactions transactions, StoredTiles tiles, Audit audit, Now now, LogConfig config) {
        this.database = database;
        this.transactions = transactions;
        this.tiles = tiles;
        this.audit = audit;
        this.now = now;
        interval = config.witnessInterval().toMillis() / 1000.0;
    }

    /**
     * The checkpoint that this witness is asked about now; nothing when it has cosigned it. Which one it is, is a row and the same for all
     * witnesses and replicas: so that one checkpoint gets the cosignatures of all.
     */
    Optional<AddCheckpoint> next(Witness witness) {
        return transactions.seeing(Sight.all(), () -> {
            database.createNativeQuery(CHOOSE).setParameter("seconds", interval).executeUpdate();
            List<?> wanted = database.createNativeQuery(WANTED).setParameter("witness", witness.name()).getResultList();
            return wanted.stream().findFirst().map(note -> from(lastBy(witness), Note.parse((String) note)));
        });
    }

    /** The same checkpoint for a witness that has cosigned another size last than we know. */
    AddCheckpoint again(AddCheckpoint asked, long old) {
        return transactions.seeing(Sight.all(), () -> from(old, asked.note()));
    }

    private AddCheckpoint from(long old, Note note) {
        long size = Checkpoint.parse(note.text()).size();
        return new AddCheckpoint(old, Proofs.consistency(new TileNodes(size, tiles), old, size), note);
    }

    private long lastBy(Witness witness) {
        return ((Number) database.createNativeQuery(LAST_BY).setParameter("witness", witness.name()).getSingleResult()).longValue();
    }

    /** Whether we have signed a tree of this size, here or on another replica. */
    boolean isSigned(long size) {
        return transactions.seeing(Sight.all(), () -> (Boolean) database.createNativeQuery(SIGNED).setParameter("size", size).getSingleResult());
    }

    /** @param line by this witness, and verified */
    void store(Witness witness, Note note, SignatureLine line) {
        transactions.seeing(Sight.all(), () -> {
            database.createNativeQuery(STORE)
                    .setParameter("size", Checkpoint.parse(note.text()).size())
                    .setParameter("witness", witness.name())
                    .setParameter("line", line.written())
                    .executeUpdate();
            problem(witness);
            stands(witness, null);
        });
    }

    /** Why it does not cosign now. A contradiction is not forgotten because the witness cannot be asked any more. */
    void failed(Witness witness, String problem) {
        transactions.seeing(Sight.all(), () -> {
            if (!Contradiction.is(problem(witness))) {
                stands(witness, problem);
            }
        });
    }

    /**
     * It says that our log is not what it was: this is itself an entry of the log, once until it cosigns again.
     *
     * @param ours   how many entries our tree has
     * @param theirs how many the one had that it cosigned last
     */
    void disagreed(Witness witness, Contradiction what, long ours, long theirs) {
        transactions.seeing(Sight.all(), () -> {
            boolean isNew = !Contradiction.is(problem(witness));
            stands(witness, what.words());
            if (isNew) {
                audit.write(new AuditEvent(null, null, "log.witness-disagreed", Actor.TOCSIN, Audience.INTERNAL, now.instant(),
                        Json.MAPPER.createObjectNode().put("witness", witness.name()).put("because", what.words()).put("ours", ours).put("theirs", theirs)));
            }
        });
    }

    /** @return what was in the way until now, or null; nobody else changes it before this transaction ends */
    private String problem(Witness witness) {
        database.createNativeQuery(KNOWN).setParameter("witness", witness.name()).executeUpdate();
        return (String) database.createNativeQuery(PROBLEM).setParameter("witness", witness.name()).getSingleResult();
    }

    private void stands(Witness witness, String problem) {
        database.createNativeQuery(STANDS)
                .setParameter("witness", witness.name())
                .setParameter("problem", problem)
                .executeUpdate();
    }

    /** The last checkpoint, with the cosignatures that it has by now; in the caller's transaction. */
    Optional<Note> last() {
        return note(database.createNativeQuery(LAST));
    }

    /** The newest checkpoint that every witness without trouble has cosigned; in the caller's transaction. */
    Optional<Note> newest(List<String> witnesses) {
        return note(database.createNativeQuery(COSIGNED).setParameter("witnesses", named(witnesses)));
    }

    /** SQL has no empty list. */
    static List<String> named(List<String> witnesses) {
        return witnesses.isEmpty() ? List.of("") : witnesses;
    }

    private static Optional<Note> note(Query query) {
        List<?> found = query.getResultList();
        return found.stream().findFirst().map(note -> Note.parse((String) note));
    }
}
