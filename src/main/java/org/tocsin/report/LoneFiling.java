package org.tocsin.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.tocsin.problem.Problem;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** Files a submission that may be a repeat, in a transaction of its own: waits for its twin, if there is one in flight. */
@ApplicationScoped
class LoneFiling {

    private final Transactions transactions;
    private final SubmissionKeys keys;
    private final Filing filing;

    LoneFiling(Transactions transactions, SubmissionKeys keys, Filing filing) {
        this.transactions = transactions;
        this.keys = keys;
        this.filing = filing;
    }

    /**
     * Crash story: keys, report and answer are one commit. Whoever repeats after a crash finds either
     * nothing, and the report is filed now, or all of it, and gets the first answer.
     *
     * @throws Problem 422 for a key that was used for another body, 409 for an externalRef that was
     */
    Accepted file(Ready ready) {
        return file(ready, filed -> { });
    }

    /** @param alongside what else is done with the new report, in the transaction that files it; nothing for a repeat */
    Accepted file(Ready ready, Consumer<Report> alongside) {
        Sight sight = Sight.own(ready.arrival().organisation());
        return transactions.seeing(sight, () -> once(ready, sight, alongside));
    }

    private Accepted once(Ready ready, Sight sight, Consumer<Report> alongside) {
        FirstAnswer own = ready.first();
        FirstAnswer first = own;
        Problem reused = null;
        for (SubmissionKey key : ready.keys()) {
            FirstAnswer stored = keys.claim(key, ready.arrival(), first);
            if (stored.isFor(own)) {
                first = stored;
            } else {
                // The header comes last, and its word counts: externalRef is for those who send none.
                reused = key.isHeader() ? Repeats.keyReused() : Repeats.referenceReused(stored.report());
            }
        }
        if (reused != null) {
            throw reused;
        }
        if (first == own) {
            filing.open(ready.drawn(), sight);
            alongside.accept(filing.known(ready.drawn()));
        }
        return new Accepted(first.report(), first.answer(), first != own);
    }
}
