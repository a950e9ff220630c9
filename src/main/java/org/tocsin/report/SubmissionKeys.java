package org.tocsin.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.problem.Problem;
import org.tocsin.store.Refusal;

/**
 * Remembers what a client's submission was answered with, under the key that the client chose.
 *
 * <p>Of two requests with the same key, the second waits in the database until the first has
 * committed (then it reads that one's answer) or failed (then it goes ahead itself).
 */
@ApplicationScoped
class SubmissionKeys {

    private static final String CLAIM = """
            insert into submission_key
              (client, kind, key, organisation_id, fingerprint, report_id, answer, created_at)
            values
              (:client, :kind, :key, :organisation, :fingerprint, :report, :answer, :at)
            on conflict do nothing""";

    private static final String READ = """
            select fingerprint, report_id, answer
            from submission_key
            where organisation_id = :organisation and client = :client and kind = :kind and key = :key""";

    private final EntityManager database;

    SubmissionKeys(EntityManager database) {
        this.database = database;
    }

    /**
     * @param answer what to remember under the key if it is free
     * @return what is remembered under it now: the same object, or the first answer when it was used before
     * @throws Problem 409 when another request holds the key for too long
     */
    FirstAnswer claim(SubmissionKey key, Arrival arrival, FirstAnswer answer) {
        try {
            return insert(key, arrival, answer) == 1 ? answer : read(key, arrival);
        } catch (PersistenceException e) {
            if (Refusal.LOCK_NOT_AVAILABLE.caused(e)) {
                throw Problem.conflict("in-flight", "Still being processed",
                        "A request with the same key is still being processed. Send it again in a moment.");
            }
            throw e;
        }
    }

    /** What is remembered under a key, as far as it is committed. */
    @SuppressWarnings("unchecked")
    Optional<FirstAnswer> find(SubmissionKey key, String organisation, String client) {
        List<Object[]> rows = named(READ, key, organisation, client).getResultList();
        return rows.stream().findFirst().map(SubmissionKeys::answer);
    }

    private int insert(SubmissionKey key, Arrival arrival, FirstAnswer answer) {
        return named(CLAIM, key, arrival.organisation(), arrival.keyOwner())
                .setParameter("fingerprint", answer.fingerprint())
                .setParameter("report", answer.report())
                .setParameter("answer", answer.answer())
                .setParameter("at", arrival.receivedAt())
                .executeUpdate();
    }

    private FirstAnswer read(SubmissionKey key, Arrival arrival) {
        return answer((Object[]) named(READ, key, arrival.organisation(), arrival.keyOwner()).getSingleResult());
    }

    private static FirstAnswer answer(Object[] row) {
        return new FirstAnswer((byte[]) row[0], (UUID) row[1], (byte[]) row[2]);
    }

    private Query named(String statement, SubmissionKey key, String organisation, String client) {
        return database.createNativeQuery(statement)
                .setParameter("organisation", organisation)
                .setParameter("client", client)
                .setParameter("kind", key.kind())
                .setParameter("key", key.value());
    }
}
