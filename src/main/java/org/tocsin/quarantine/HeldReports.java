package org.tocsin.quarantine;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.party.Caller;
import org.tocsin.problem.Problem;
import org.tocsin.store.Ids;

/** Finds what is in quarantine, as far as the transaction may see it. */
@ApplicationScoped
class HeldReports implements PanacheRepositoryBase<HeldReport, UUID> {

    /** Arrivals of one client go one after the other, so that its cap is exact. */
    private static final String HOLD_CLIENT = "select id from client where id = :client for update";

    private static final UUID BEFORE_ALL = new UUID(-1, -1);

    void hold(String client) {
        getEntityManager().createNativeQuery(HOLD_CLIENT).setParameter("client", client).getSingleResult();
    }

    Optional<HeldReport> repeated(String client, String key) {
        return find("client = ?1 and key = ?2", client, key).firstResultOptional();
    }

    long undecided(String client) {
        return count("client = ?1 and state in ('held', 'accepting')", client);
    }

    /** @throws Problem 404 also when it is another organisation's */
    HeldReport visible(Caller caller, String id) {
        return Ids.read(id).flatMap(this::findByIdOptional)
                .filter(held -> caller.seesAll() || held.organisation.equals(caller.organisation()))
                .orElseThrow(() -> Problem.notFound("report in quarantine"));
    }

    /** Holds it until the transaction ends, so that two people do not decide on it. */
    HeldReport toDecide(String id) {
        HeldReport held = Ids.read(id).flatMap(this::findByIdOptional).orElseThrow(() -> Problem.notFound("report in quarantine"));
        getEntityManager().refresh(held, LockModeType.PESSIMISTIC_WRITE);
        return held;
    }

    /** Newest first. */
    List<HeldReport> page(Caller caller, String state, UUID after, int count) {
        return find("id < ?1 and (?2 is null or state = ?2) and (?3 is null or organisation = ?3)", Sort.descending("id"),
                after == null ? BEFORE_ALL : after, state, caller.seesAll() ? null : caller.ownOrganisation())
                .page(0, count).list();
    }
}
