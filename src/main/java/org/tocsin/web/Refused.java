package org.tocsin.web;

import org.tocsin.problem.Problem;

/**
 * A refusal for people.
 *
 * @param heading what happened
 * @param detail  this case
 * @param advice  what to do now
 */
public record Refused(int status, String heading, String detail, String advice) {

    static Refused of(Problem problem) {
        String detail = ProblemWords.of(problem);
        return switch (problem.status()) {
            case 401 -> said(401, "401", Speech.of("refused_401_detail"));
            case 403 -> said(403, problem.kind().equals("weak-sign-in") ? "403_weak" : "403", detail);
            case 404 -> said(404, "404", Speech.of("refused_404_detail"));
            case 405, 406, 415 -> said(problem.status(), "405", detail);
            case 409 -> said(409, "409", detail);
            default -> said(problem.status(), problem.status() < 500 ? "4xx" : "5xx", detail);
        };
    }

    private static Refused said(int status, String kind, String detail) {
        return new Refused(status, Speech.of("refused_" + kind), detail, Speech.of("refused_" + kind + "_advice"));
    }
}
