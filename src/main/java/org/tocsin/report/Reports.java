package org.tocsin.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.party.Caller;
import org.tocsin.problem.Problem;
import org.tocsin.store.Ids;

/** Finds reports, as far as the transaction may see them. */
@ApplicationScoped
public class Reports implements PanacheRepositoryBase<Report, UUID> {

    /**
     * The database shows a transaction no other organisation's rows; this is the code's own check before it.
     *
     * @param name a report's id or its reference
     * @throws Problem 404 also when it is another organisation's
     */
    public Report visible(Caller caller, String name) {
        return named(name)
                .filter(report -> caller.seesAll() || report.organisation.equals(caller.organisation()))
                .orElseThrow(() -> Problem.notFound("report"));
    }

    /**
     * For the acts of an operator's own people and machines: holds it in the same way.
     *
     * @throws Problem 404 also when it is another organisation's
     */
    public Report ownToChange(Caller caller, String name) {
        return locked(named(name)
                .filter(report -> report.organisation.equals(caller.ownOrganisation()))
                .orElseThrow(() -> Problem.notFound("report")));
    }

    /** For the liaison's acts: holds the report until the transaction ends, so that acts go one after the other. */
    public Report toChange(String name) {
        return locked(named(name).orElseThrow(() -> Problem.notFound("report")));
    }

    public Report toChange(UUID id) {
        return locked(findById(id));
    }

    private Report locked(Report report) {
        getEntityManager().refresh(report, LockModeType.PESSIMISTIC_WRITE);
        return report;
    }

    public Optional<Report> from(String peer, UUID theirId) {
        return find("originPeer = ?1 and originReport = ?2", peer, theirId).firstResultOptional();
    }

    private Optional<Report> named(String name) {
        Optional<UUID> id = Ids.read(name);
        return id.isPresent() ? findByIdOptional(id.get()) : Reference.read(name).flatMap(this::byReference);
    }

    private Optional<Report> byReference(String reference) {
        return find("reference", reference).firstResultOptional();
    }
}
