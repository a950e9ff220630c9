package org.tocsin.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.problem.Problem;
import org.tocsin.report.submission.Stage;
import org.tocsin.store.Ids;

@ApplicationScoped
public class Revisions implements PanacheRepositoryBase<Revision, UUID> {

    private final Reports reports;

    Revisions(Reports reports) {
        this.reports = reports;
    }

    /**
     * One of a report's, in one statement where the report is named by its id.
     *
     * @param name a report's id or its reference
     * @throws Problem 404 when there is no such report or revision, also when it is another organisation's
     */
    public Revision visible(Caller caller, String name, int number) {
        return Ids.read(name)
                .flatMap(id -> find("report = ?1 and number = ?2", id, number).<Revision>firstResultOptional())
                .filter(revision -> caller.seesAll() || revision.organisation.equals(caller.organisation()))
                .orElseGet(() -> numbered(reports.visible(caller, name), Integer.toString(number)));
    }

    /** All of a report's, oldest first. */
    public List<Revision> of(Report report) {
        return list("report = ?1 order by number", report.id);
    }

    /** @throws Problem 404 when there is none of that number */
    public Revision numbered(Report report, String number) {
        return Optional.of(number).filter(written -> written.matches("[1-9][0-9]{0,8}")).map(Integer::valueOf)
                .flatMap(each -> find("report = ?1 and number = ?2", report.id, each).<Revision>firstResultOptional())
                .orElseThrow(() -> Problem.notFound("revision"));
    }

    /** The stages of all of them, oldest first. */
    List<Stage> stages(Report report) {
        return getEntityManager().createQuery("select stage from Revision where report = :report order by number", String.class)
                .setParameter("report", report.id)
                .getResultStream()
                .map(word -> Json.MAPPER.convertValue(word, Stage.class))
                .toList();
    }

    public Revision numbered(Report report, int number) {
        return find("report = ?1 and number = ?2", report.id, number).singleResult();
    }

    public Revision latest(Report report) {
        return find("report = ?1 and number = ?2", report.id, report.latestRevision).singleResult();
    }
}
