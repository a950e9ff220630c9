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
        return switch (problem.status()) {
            case 401 -> new Refused(401, "You are not signed in", "Your session may have ended. Nothing was done or stored.",
                    "Sign in from the home page, then go back and try again.");
            case 403 -> problem.kind().equals("weak-sign-in")
                    ? new Refused(403, "Sign in with a second factor", problem.getMessage(),
                            "Open your account at the identity provider and set up a passkey or one-time codes there, then sign out "
                                    + "here and in again. If you have one set up and were not asked for it, tell your administrator.")
                    : new Refused(403, "You cannot do this here", problem.getMessage(),
                    "If you need it for your work, ask an administrator for the role. "
                            + "If you have another account that may, sign out and in again.");
            case 404 -> new Refused(404, "There is nothing here",
                    "The address is mistyped, or what it names is not there or not yours to see.",
                    "Check the reference: its last character is a check digit. Or begin again from the home page.");
            case 405, 406, 415 -> new Refused(problem.status(), "The request does not fit this address", problem.getMessage(),
                    "Begin again from the home page.");
            case 409 -> new Refused(409, "It has changed meanwhile", problem.getMessage(),
                    "Go back, look at it again, then decide.");
            default -> problem.status() < 500
                    ? new Refused(problem.status(), "That could not be accepted", problem.getMessage(),
                            "Go back, correct it and send it again.")
                    : new Refused(problem.status(), "Something went wrong on our side", problem.getMessage(),
                            "Try again in a minute. If a report is urgent, telephone the CERT; do not wait for us.");
        };
    }
}
