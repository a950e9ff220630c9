package org.tocsin.peer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tocsin.party.Caller;
import org.tocsin.problem.Problem;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.store.Ids;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** Tells a peer how what it handed over stands here. */
@ApplicationScoped
class PeerReading {

    private final Transactions transactions;
    private final Peers peers;
    private final PeerSubmissions submissions;
    private final Reports reports;

    PeerReading(Transactions transactions, Peers peers, PeerSubmissions submissions, Reports reports) {
        this.transactions = transactions;
        this.peers = peers;
        this.submissions = submissions;
        this.reports = reports;
    }

    /** @throws Problem 404 also when it is another peer's */
    SubmissionStatus status(Caller caller, String id) {
        Peer peer = peers.of(caller);
        return transactions.seeing(Sight.own(peer.organisation()), () -> {
            PeerSubmission submission = Ids.read(id)
                    .map(submissions::findById)
                    .filter(found -> found.peer.equals(peer.client()))
                    .orElseThrow(() -> Problem.notFound("submission"));
            Report report = reports.findById(submission.report);
            return new SubmissionStatus(submission.id.toString(), report.state, report.reference, List.of());
        });
    }
}
