package org.tocsin.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tocsin.store.Erasure;
import org.tocsin.time.Now;

/** What has been kept long enough, in the caller's transaction, which sees all. */
@ApplicationScoped
class Due {

    private static final String REPORTS = """
            from report r
            where r.organisation_id = :organisation
              and r.state = any(cast(:states as text[]))
              and r.changed_at < :before
              and not exists (
                select from erasure e
                where e.report_id = r.id and e.scope = 'report')""";

    private static final String WITH_FILES = """
              and exists (
                select from attachment a
                where a.report_id = r.id and a.erased_at is null)""";

    private static final String HELD = " and is_held(r.organisation_id, r.id)";
    private static final String FREE = " and not is_held(r.organisation_id, r.id)";

    private final EntityManager database;
    private final Rules rules;
    private final Now now;

    Due(EntityManager database, Rules rules, Now now) {
        this.database = database;
        this.rules = rules;
        this.now = now;
    }

    static Erasure.Scope scope(RetentionClass of) {
        return of == RetentionClass.ATTACHMENTS ? Erasure.Scope.ATTACHMENTS : Erasure.Scope.REPORT;
    }

    Instant before(String organisation, RetentionClass of) {
        return now.instant().minus(Duration.ofDays(rules.days(organisation, of)));
    }

    /** In the order of ids. */
    @SuppressWarnings("unchecked")
    List<UUID> reports(String organisation, RetentionClass of, UUID after, int most) {
        return asked("select r.id " + which(of) + FREE + " and r.id > :after order by r.id limit " + most, organisation, of)
                .setParameter("after", after)
                .getResultList();
    }

    long free(String organisation, RetentionClass of) {
        return count(FREE, organisation, of);
    }

    long held(String organisation, RetentionClass of) {
        return count(HELD, organisation, of);
    }

    boolean isStill(String organisation, RetentionClass of, UUID report) {
        return ((Number) asked("select count(*) " + which(of) + FREE + " and r.id = :report", organisation, of)
                .setParameter("report", report).getSingleResult()).longValue() == 1;
    }

    private long count(String held, String organisation, RetentionClass of) {
        return ((Number) asked("select count(*) " + which(of) + held, organisation, of).getSingleResult()).longValue();
    }

    private static String which(RetentionClass of) {
        return of == RetentionClass.ATTACHMENTS ? REPORTS + WITH_FILES : REPORTS;
    }

    private Query asked(String query, String organisation, RetentionClass of) {
        return database.createNativeQuery(query)
                .setParameter("organisation", organisation)
                .setParameter("states", of.states().toArray(String[]::new))
                .setParameter("before", before(organisation, of));
    }
}
