package org.tocsin.question;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.party.Caller;
import org.tocsin.problem.Problem;
import org.tocsin.report.Report;
import org.tocsin.store.Ids;

/** Finds questions, as far as the transaction may see them. */
@ApplicationScoped
public class Questions implements PanacheRepositoryBase<Question, UUID> {

    /**
     * The database shows a transaction no other organisation's rows; this is the code's own check before it.
     *
     * @throws Problem 404 also when it is another organisation's
     */
    public Question visible(Caller caller, String id) {
        return Ids.read(id).flatMap(this::findByIdOptional)
                .filter(question -> caller.seesAll() || question.organisation.equals(caller.organisation()))
                .orElseThrow(() -> Problem.notFound("question"));
    }

    /** As it stands now that its report is held: acts on a report's questions go one after the other, as those on the report. */
    Question asItStands(Question seen) {
        getEntityManager().refresh(seen, LockModeType.PESSIMISTIC_WRITE);
        return seen;
    }

    /** Oldest first. */
    public List<Question> of(Report report) {
        return list("report = ?1 order by place", report.id);
    }

    long open(Report report) {
        return count("report = ?1 and state = ?2", report.id, QuestionState.OPEN);
    }

    /** The question that was answered under this key. */
    Optional<Question> answeredUnder(String organisation, String keyOwner, String key) {
        return find("organisation = ?1 and keyOwner = ?2 and key = ?3", organisation, keyOwner, key).firstResultOptional();
    }

    /**
     * Oldest first.
     *
     * @param after        the question after which they come; if that is gone by now, by its key
     * @param organisation whose; null for everyone's
     * @param state        null for all
     */
    List<Question> after(UUID after, String organisation, QuestionState state, int most) {
        StringBuilder condition = new StringBuilder("(place > (select place from Question where id = :after)"
                + " or id > :after and not exists (select 1 from Question where id = :after))");
        Parameters given = Parameters.with("after", after);
        if (organisation != null) {
            condition.append(" and organisation = :organisation");
            given.and("organisation", organisation);
        }
        if (state != null) {
            condition.append(" and state = :state");
            given.and("state", state);
        }
        return find(condition + " order by place", given).page(Page.ofSize(most)).list();
    }

    /** The same, with what is ours alone read beside it, so that asking for it afterwards costs nothing. */
    List<Question> withInside(Report report) {
        return getEntityManager().createQuery("select q, i from Question q left join QuestionInside i on i.question = q.id "
                        + "where q.report = :report order by q.place", Object[].class)
                .setParameter("report", report.id)
                .getResultStream().map(row -> (Question) row[0]).toList();
    }

    QuestionInside inside(Question question) {
        return getEntityManager().find(QuestionInside.class, question.id);
    }
}
