package org.tocsin.question;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.tocsin.store.Erasable;
import org.tocsin.store.Erasure;
import org.tocsin.store.ExportTable;
import org.tocsin.store.Exported;

/** Erases what was asked and answered about a report, and the notes on it; that it was asked and answered stays. */
@ApplicationScoped
class QuestionErasure implements Erasable, Exported {

    private static final String ASKED = """
            select id::text,
                   json_build_object('id', id, 'report', report_id, 'text', text, 'field', field, 'revision', revision_number,
                     'askedAt', asked_at, 'state', state, 'answeredBy', answered_by, 'answeredAt', answered_at,
                     'answer', convert_from(answer, 'UTF8')::json, 'answerRevision', answer_revision,
                     'droppedAt', dropped_at, 'dropReason', drop_reason)::text
            from question
            where organisation_id = :organisation and id::text > :after
            order by id::text
            limit :most""";

    private static final String QUESTIONS = """
            update question
            set text = 'Erased',
                answer = case when answer is null then null else cast('{"text":"Erased"}' as bytea) end,
                reply = null,
                key = null,
                drop_reason = case when drop_reason is null then null else 'Erased' end
            where report_id = :report""";

    private static final String NOTES = """
            update question_inside
            set note = null
            where question_id in (select id from question where report_id = :report)""";

    private final EntityManager database;

    QuestionErasure(EntityManager database) {
        this.database = database;
    }

    @Override
    public void erase(Erasure erasure) {
        if (erasure.scope() == Erasure.Scope.REPORT) {
            database.createNativeQuery(QUESTIONS).setParameter("report", erasure.report()).executeUpdate();
            database.createNativeQuery(NOTES).setParameter("report", erasure.report()).executeUpdate();
        }
    }

    @Override
    public List<ExportTable> tables() {
        return List.of(new ExportTable("questions", ASKED));
    }
}
