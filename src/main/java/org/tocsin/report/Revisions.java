package org.tocsin.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
public class Revisions implements PanacheRepositoryBase<Revision, UUID> {

    /** All of a report's, oldest first. */
    public List<Revision> of(Report report) {
        return list("report = ?1 order by number", report.id);
    }

    public Revision latest(Report report) {
        return find("report = ?1 and number = ?2", report.id, report.latestRevision).singleResult();
    }
}
