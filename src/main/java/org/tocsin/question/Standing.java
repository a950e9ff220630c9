package org.tocsin.question;

import org.tocsin.problem.Problem;
import org.tocsin.report.Report;
import org.tocsin.report.State;

/** Whether a question can still be acted on, and what becomes of its report. */
final class Standing {

    private Standing() {
    }

    /** @throws Problem 409 with the answer or the reason, when it is no longer open */
    static void checkOpen(Question question) {
        if (question.state == QuestionState.ANSWERED) {
            throw alreadyAnswered(question);
        }
        if (question.state == QuestionState.DROPPED) {
            throw Problem.conflict("question-dropped", "No longer asked",
                    "The question was taken back: " + question.dropReason)
                    .with("dropped", QuestionView.DropPart.of(question));
        }
    }

    static Problem alreadyAnswered(Question question) {
        return Problem.conflict("already-answered", "Answered already",
                "The question has another answer. If that one is wrong, correct it by a revision of the report, "
                        + "or tell the liaison.")
                .with("answer", QuestionView.AnswerPart.of(question));
    }

    /** When no question is open any more: a report that waits for the operator goes back to the liaison, another stays as it is. */
    static void goOn(Report report) {
        if (report.state == State.AWAITING_OPERATOR) {
            report.go(State.IN_TRIAGE);
        }
    }
}
