package org.tocsin.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.party.Caller;
import org.tocsin.party.Compromised;
import org.tocsin.party.Organisation;
import org.tocsin.problem.Problem;
import org.tocsin.store.Ids;

/** Reads in one statement what every page of a report begins with, as far as the transaction may see it. */
@ApplicationScoped
class ReportHeads {

    private static final String HEAD = """
            select r, v, o, theirs, ours, b, c
            from Report r
            join Revision v on v.report = r.id and v.number = r.latestRevision
            join Organisation o on o.id = r.organisation
            left join Enriched theirs on theirs.revision = v.id and theirs.audience = 'operator'
            left join Enriched ours on ours.revision = v.id and ours.audience = 'liaison'
            left join OnBehalf b on b.report = r.id
            left join Compromised c on c.organisation = r.organisation
            where %s
            order by c.since, c.means""";

    private final EntityManager database;

    ReportHeads(EntityManager database) {
        this.database = database;
    }

    /**
     * @param name a report's id or its reference
     * @throws Problem 404 also when it is another organisation's
     */
    ReportHead visible(Caller caller, String name) {
        return named(name)
                .filter(head -> caller.seesAll() || head.report().organisation.equals(caller.organisation()))
                .orElseThrow(() -> Problem.notFound("report"));
    }

    private Optional<ReportHead> named(String name) {
        Optional<UUID> id = Ids.read(name);
        return id.isPresent() ? found("r.id = :name", id.get())
                : Reference.read(name).flatMap(reference -> found("r.reference = :name", reference));
    }

    /** A row for each means that is compromised; one when all is well. */
    private Optional<ReportHead> found(String condition, Object name) {
        List<Object[]> rows = database.createQuery(HEAD.formatted(condition), Object[].class).setParameter("name", name).getResultList();
        return rows.stream().findFirst().map(row -> new ReportHead((Report) row[0], (Revision) row[1], (Organisation) row[2],
                (Enriched) row[3], (Enriched) row[4], (OnBehalf) row[5],
                rows.stream().map(each -> (Compromised) each[6]).filter(Objects::nonNull).toList()));
    }
}
