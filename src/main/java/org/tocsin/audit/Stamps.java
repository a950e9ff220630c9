package org.tocsin.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.Hash;
import org.tocsin.audit.log.Note;
import org.tocsin.audit.log.Proofs;
import org.tocsin.audit.log.TileNodes;
import org.tocsin.audit.verify.PemFiles;

/** Finds what somebody else's clock said of the log. */
@ApplicationScoped
public class Stamps {

    private static final String FIRST_OVER = """
            select c.note, s.token
            from audit_stamp s
            join audit_checkpoint c on c.size = s.size
            where s.size > :index and s.size <= :size
            order by s.size
            limit 1""";

    private final EntityManager database;
    private final StoredTiles tiles;
    private final StampConfig config;

    Stamps(EntityManager database, StoredTiles tiles, StampConfig config) {
        this.database = database;
        this.tiles = tiles;
        this.config = config;
    }

    /** The certificates of the authority that is configured; none when they cannot be read. */
    public List<X509Certificate> authorities() {
        try {
            return config.certificates().isPresent() ? PemFiles.certificates(config.certificates().get()) : List.of();
        } catch (IOException gone) {
            return List.of();
        }
    }

    /** @param consistency proves that a later checkpoint begins with this one */
    public record Stamp(Note checkpoint, byte[] token, List<Hash> consistency) {
    }

    /**
     * The first stamp that covers an entry: it says of none earlier that it was there. In the caller's transaction, which must see all.
     *
     * @param note a later checkpoint, or the same
     */
    public Optional<Stamp> over(long index, Note note) {
        long size = Checkpoint.parse(note.text()).size();
        List<?> found = database.createNativeQuery(FIRST_OVER).setParameter("index", index).setParameter("size", size).getResultList();
        return found.stream().findFirst().map(Object[].class::cast).map(row -> {
            Note stamped = Note.parse((String) row[0]);
            return new Stamp(stamped, (byte[]) row[1],
                    Proofs.consistency(new TileNodes(size, tiles), Checkpoint.parse(stamped.text()).size(), size));
        });
    }
}
