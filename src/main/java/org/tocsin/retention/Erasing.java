package org.tocsin.retention;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import org.tocsin.audit.Actor;
import org.tocsin.audit.Audience;
import org.tocsin.json.Json;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.report.Report;
import org.tocsin.report.Timeline;
import org.tocsin.store.Erasable;
import org.tocsin.store.Erasure;
import org.tocsin.store.Ids;
import org.tocsin.time.Now;

/**
 * Erases one report's content, or its attachments, in the caller's transaction, which sees all and holds the report.
 *
 * <p>Crash story: the erasure's row, everything that goes, and the entry that says so are one commit. The row comes first:
 * without it the database's own functions refuse.
 */
@ApplicationScoped
class Erasing {

    /** Who does it every night. */

    private static final String FIRST = """
            select at, why from erasure
            where report_id = :report and scope = :scope
            order by at
            limit 1""";

    private static final String WRITE = """
            insert into erasure (id, organisation_id, report_id, scope, why, asked_by, at)
            values (:id, :organisation, :report, :scope, :why, :by, :at)""";

    private static final String IS_HELD = "select is_held(:organisation, :report)";

    private final EntityManager database;
    private final Instance<Erasable> rooms;
    private final Timeline timeline;
    private final Now now;

    Erasing(EntityManager database, @Any Instance<Erasable> rooms, Timeline timeline, Now now) {
        this.database = database;
        this.rooms = rooms;
        this.timeline = timeline;
        this.now = now;
    }

    /** When and why all of it was erased; nothing when it was not. */
    Optional<ErasureView> earlier(Report report) {
        return database.createNativeQuery(FIRST)
                .setParameter("report", report.id)
                .setParameter("scope", Erasure.Scope.REPORT.code())
                .getResultStream().findFirst()
                .map(row -> new ErasureView(report.id, report.reference, (Instant) ((Object[]) row)[0], (String) ((Object[]) row)[1]));
    }

    /** What is in the way, as a refusal. */
    Optional<Problem> objection(Report report) {
        if (!RetentionClass.ATTACHMENTS.states().contains(report.state.code())) {
            return Optional.of(Problem.conflict("not-in-this-state", "Not possible now",
                    "The report is " + report.state.code() + ". Only what is closed, rejected, withdrawn or merged can be erased.")
                    .with("state", report.state.code()));
        }
        if (isHeld(report)) {
            return Optional.of(Problem.conflict("held", "Held",
                    "A legal hold is on the report or on its organisation. Nothing of it is erased until that is lifted."));
        }
        return rooms.stream().map(room -> room.objection(report.id)).flatMap(Optional::stream).findFirst()
                .map(why -> Problem.conflict("still-needed", "Still needed", "The report cannot be erased yet. " + why));
    }

    ErasureView erase(Report report, Erasure.Scope scope, String why, Actor actor) {
        Erasure erasure = new Erasure(Ids.next(), report.id, scope, why, now.instant());
        write(erasure, report, actor);
        rooms.stream().forEach(room -> room.erase(erasure));
        ObjectNode detail = Json.MAPPER.createObjectNode().put("because", why);
        String type = scope == Erasure.Scope.REPORT ? "report.erased" : "attachments.erased";
        if (actor.equals(Actor.TOCSIN)) {
            timeline.write(report, type, actor, Audience.OPERATOR, erasure.at(), detail);
        } else {
            timeline.writeAs(Role.ADMIN_TO_OPERATORS, report, type, actor, erasure.at(), detail);
        }
        return new ErasureView(report.id, report.reference, erasure.at(), why);
    }

    private boolean isHeld(Report report) {
        return (Boolean) database.createNativeQuery(IS_HELD)
                .setParameter("organisation", report.organisation)
                .setParameter("report", report.id)
                .getSingleResult();
    }

    private void write(Erasure erasure, Report report, Actor actor) {
        database.createNativeQuery(WRITE)
                .setParameter("id", erasure.id())
                .setParameter("organisation", report.organisation)
                .setParameter("report", report.id)
                .setParameter("scope", erasure.scope().code())
                .setParameter("why", erasure.why())
                .setParameter("by", actor.name())
                .setParameter("at", erasure.at())
                .executeUpdate();
    }
}
