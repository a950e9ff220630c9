package org.tocsin.witness;

import org.tocsin.audit.log.SignatureLine;
import org.tocsin.problem.Problem;

/** What a witness answers to a checkpoint (C2SP tlog-witness, add-checkpoint). */
sealed interface Verdict {

    /** 200. */
    record Cosigned(SignatureLine line) implements Verdict {
    }

    /** 409: the tree that we cosigned last has another size than the log thinks. */
    record OtherSize(long size) implements Verdict {
    }

    /** 400, 403, 404, 422. */
    record Refused(Problem problem) implements Verdict {
    }

    static Refused malformed(String why) {
        return new Refused(new Problem(400, "bad-checkpoint-request", "Not a request to a witness",
                "It is not as C2SP tlog-witness has it: " + why + "."));
    }

    static Refused unknownLog() {
        return new Refused(Problem.notFound("log"));
    }

    static Refused unsigned(String why) {
        return new Refused(new Problem(403, "not-signed-by-the-log", "Not signed by the log",
                "None of the keys by which we know this log has signed the checkpoint: " + why + "."));
    }

    static Refused inconsistent(String why) {
        return new Refused(new Problem(422, "not-consistent", "Not consistent with what we cosigned",
                "The checkpoint was not cosigned: " + why + "."));
    }
}
