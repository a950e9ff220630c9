package org.tocsin.quarantine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.util.Base64;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** Gives out numbers and takes each back once. Old ones go when newer ones come, not when some clock says so. */
@ApplicationScoped
class Nonces {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;
    /** Outstanding for a client at once: the newest. */
    private static final int KEPT = 16;

    private static final String ADD = """
            insert into quarantine_nonce (client, nonce)
            values (:client, :nonce)""";

    private static final String FORGET_OLD = """
            delete from quarantine_nonce
            where client = :client
              and number <= (select number from quarantine_nonce
                             where client = :client
                             order by number desc
                             offset :kept limit 1)""";

    private static final String USE = """
            delete from quarantine_nonce
            where client = :client and nonce = :nonce""";

    private final Transactions transactions;
    private final EntityManager database;

    Nonces(Transactions transactions, EntityManager database) {
        this.transactions = transactions;
        this.database = database;
    }

    String next(String client) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        transactions.seeing(Sight.own(""), () -> {
            database.createNativeQuery(ADD).setParameter("client", client).setParameter("nonce", nonce).executeUpdate();
            database.createNativeQuery(FORGET_OLD).setParameter("client", client).setParameter("kept", KEPT).executeUpdate();
        });
        return nonce;
    }

    /** @return whether it was given to this client and not used yet; from now on it is */
    boolean use(String client, String nonce) {
        return transactions.seeing(Sight.own(""), () -> database.createNativeQuery(USE)
                .setParameter("client", client)
                .setParameter("nonce", nonce)
                .executeUpdate() == 1);
    }
}
