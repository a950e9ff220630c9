package org.tocsin.party;

import org.tocsin.problem.Problem;

/** Whom someone reached on a contact that was recorded before, in their words. */
final class CallBack {

    static final int CHARACTERS = 200;

    private CallBack() {
    }

    /** @throws Problem 400 when it is not said */
    static String said(String calledBack) {
        if (calledBack == null || calledBack.isBlank() || calledBack.length() > CHARACTERS
                || calledBack.chars().anyMatch(Character::isISOControl)) {
            throw new Problem(400, "call-back-missing", "Nobody was called back",
                    "Say in calledBack, in 1 to " + CHARACTERS + " characters, whom you reached on which of the "
                            + "contacts that were recorded before.");
        }
        return calledBack.strip();
    }
}
