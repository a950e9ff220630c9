package org.tocsin.party;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Which of an organisation's means are said to be in someone else's hands: its mail, its phones, its
 * sign-in. While any stands, what its accounts ask for may be someone else's wish: withdrawals and changes
 * of contact wait for a call-back. Everything here is done in the caller's transaction, and sees what that sees.
 */
@ApplicationScoped
public class Compromise implements PanacheRepositoryBase<Compromised, Compromised.Key> {

    private static final String SAY = """
            insert into compromise (organisation_id, means, since, said_by, reason)
            values (:organisation, :means, :since, :saidBy, :reason)
            on conflict do nothing""";

    private static final String LIFT = "delete from compromise where organisation_id = :organisation";

    /** What stands, oldest first; empty when all is well. */
    public List<Compromised> of(String organisation) {
        return list("organisation = ?1 order by since, means", organisation);
    }

    /** Whether anything stands. */
    public boolean stands(String organisation) {
        return count("organisation", organisation) > 0;
    }

    /** Whether this one stands. */
    public boolean stands(String organisation, Means means) {
        return count("organisation = ?1 and means = ?2", organisation, means.code()) > 0;
    }

    /** @return false when it stood already, and then nothing is changed */
    boolean say(String organisation, Means means, Instant since, String saidBy, String reason) {
        return getEntityManager().createNativeQuery(SAY)
                .setParameter("organisation", organisation)
                .setParameter("means", means.code())
                .setParameter("since", since)
                .setParameter("saidBy", saidBy)
                .setParameter("reason", reason)
                .executeUpdate() == 1;
    }

    /** @return how many stood */
    int lift(String organisation) {
        return getEntityManager().createNativeQuery(LIFT).setParameter("organisation", organisation).executeUpdate();
    }
}
