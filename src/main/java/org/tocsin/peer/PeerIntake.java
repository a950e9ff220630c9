package org.tocsin.peer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.audit.Actor;
import org.tocsin.json.Body;
import org.tocsin.json.Canonical;
import org.tocsin.limit.ByteQuota;
import org.tocsin.party.Caller;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.report.Arrival;
import org.tocsin.report.Filed;
import org.tocsin.report.Filing;
import org.tocsin.report.OnBehalf;
import org.tocsin.report.OnBehalfMarks;
import org.tocsin.report.Origin;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.report.Revisions;
import org.tocsin.seal.Sha256;
import org.tocsin.store.Ids;
import org.tocsin.store.Refusal;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;
import org.tocsin.withdrawal.HandedWithdrawals;

/** Takes in what a peer hands over: a new report here, or the next revision of one that it handed over before. */
@ApplicationScoped
class PeerIntake {

    static final int LIMIT_BYTES = 2 * 1024 * 1024;
    private static final int DEPTH = 40;
    private static final Body<CertSubmission> DOCUMENT = new Body<>(CertSubmission.class, LIMIT_BYTES, DEPTH);

    private final Transactions transactions;
    private final Peers peers;
    private final HandoverChecks checks;
    private final PeerSubmissions submissions;
    private final PeerReceipts receipts;
    private final Reports reports;
    private final OnBehalfMarks marks;
    private final Revisions revisions;
    private final Filing filing;
    private final HandedWithdrawals withdrawals;
    private final ByteQuota quota;
    private final Now now;

    PeerIntake(Transactions transactions, Peers peers, HandoverChecks checks, PeerSubmissions submissions,
            PeerReceipts receipts, Reports reports, OnBehalfMarks marks, Revisions revisions, Filing filing,
            HandedWithdrawals withdrawals, ByteQuota quota, Now now) {
        this.transactions = transactions;
        this.peers = peers;
        this.checks = checks;
        this.submissions = submissions;
        this.receipts = receipts;
        this.reports = reports;
        this.marks = marks;
        this.revisions = revisions;
        this.filing = filing;
        this.withdrawals = withdrawals;
        this.quota = quota;
        this.now = now;
    }

    /** @throws Problem 4xx as {@link HandoverChecks} says, or 422 with every fault of the document */
    PeerSubmission accept(Caller caller, Handover handover) {
        Peer peer = peers.of(caller);
        checks.check(peer, handover);
        CertSubmission document = DOCUMENT.read(handover.document());
        byte[] canonical = Canonical.bytes(document.submission());
        checkBody(document, canonical);
        quota.demand(peer.organisation(), ByteQuota.Use.REPORT, handover.document().length);
        try {
            return once(peer, handover, document, canonical);
        } catch (PersistenceException e) {
            if (Refusal.UNIQUE_VIOLATION.caused(e)) {
                return once(peer, handover, document, canonical); // a twin was first: this finds its answer
            }
            throw e;
        }
    }

    /**
     * A revision that comes after a newer one of its sender's is kept as what it is; the report goes on to say what the newer one says.
     *
     * <p>Crash story: submission, answer, report and revision are one commit. If we crash before it, the
     * sender has no receipt and sends again, and it is filed then; if we crash after it, the sender's
     * repeat gets the stored answer.
     */
    private PeerSubmission once(Peer peer, Handover handover, CertSubmission document, byte[] canonical) {
        Sight sight = Sight.own(peer.organisation());
        return transactions.seeing(sight, () -> {
            UUID theirId = UUID.fromString(document.report().id());
            Optional<Report> known = reports.from(peer.client(), theirId)
                    .map(report -> reports.toChange(report.id));
            Optional<PeerSubmission> earlier = submissions.of(peer.client(), handover.deliveryId());
            if (earlier.isPresent()) {
                return repeat(earlier.get(), handover);
            }
            Arrival arrival = new Arrival(peer.organisation(), Actor.client(peer.client()), peer.client(), peer.client(),
                    Optional.of(new Origin(peer.client(), theirId, document.operator().name())),
                    document.submission(), canonical, now.instant(), Optional.empty());
            int revision = document.report().revision();
            if (known.isPresent() && revision < submissions.newestRevision(known.get().id)) {
                // What it says of calls and of a withdrawal is older than what we know.
                return store(peer, handover, filing.reviseLate(known.get(), arrival, sight), revision, arrival.receivedAt());
            }
            Filed filed = known.isEmpty() ? filing.open(arrival, sight)
                    : saysNothingNew(document, known.get(), canonical)
                            .orElseGet(() -> filing.revise(known.get(), arrival, sight));
            mark(filed.report(), document.filedOnBehalf());
            if (document.withdrawal() != null) {
                withdrawals.take(filed.report(), document.withdrawal(), peer.client(), arrival.receivedAt());
            }
            return store(peer, handover, filed, revision, arrival.receivedAt());
        });
    }

    /** Shows what the sender says of a call; its latest word counts, and a document without one takes nothing back. */
    private void mark(Report report, CertSubmission.OnBehalfPart call) {
        if (call == null) {
            return;
        }
        OnBehalf mark = marks.of(report).orElseGet(() -> fresh(report));
        call.mark(mark);
        marks.persist(mark);
    }

    private static OnBehalf fresh(Report report) {
        OnBehalf mark = new OnBehalf();
        mark.report = report.id;
        mark.organisation = report.organisation;
        return mark;
    }

    /** What a document that only tells of a withdrawal repeats is the revision that we have. */
    private Optional<Filed> saysNothingNew(CertSubmission document, Report known, byte[] canonical) {
        return Optional.of(revisions.latest(known))
                .filter(latest -> document.withdrawal() != null && Arrays.equals(latest.body, canonical))
                .map(latest -> new Filed(known, latest));
    }

    private PeerSubmission store(Peer peer, Handover handover, Filed filed, int originRevision, Instant receivedAt) {
        PeerSubmission submission = new PeerSubmission();
        submission.id = Ids.next();
        submission.peer = peer.client();
        submission.deliveryId = handover.deliveryId();
        submission.organisation = peer.organisation();
        submission.document = handover.document();
        submission.digest = Sha256.of(handover.document());
        submission.report = filed.report().id;
        submission.revisionNumber = filed.revision().number;
        submission.originRevision = originRevision;
        submission.receivedAt = receivedAt;
        submission.answer = receipts.answer(submission.id, handover, filed.report(), receivedAt);
        submissions.persistAndFlush(submission);
        return submission;
    }

    private static PeerSubmission repeat(PeerSubmission earlier, Handover handover) {
        if (!Arrays.equals(earlier.digest, Sha256.of(handover.document()))) {
            throw new Problem(422, "idempotency-key-reused", "Delivery id was used before",
                    "This delivery id was used for another document.");
        }
        return earlier;
    }

    private static void checkBody(CertSubmission document, byte[] canonical) {
        if (!Sha256.hex(Sha256.of(canonical)).equals(document.report().bodySha256())) {
            throw Problem.invalid("document", List.of(new Fault("/report/bodySha256", "digest-mismatch",
                    "This is not the SHA-256 of the submission's canonical form (RFC 8785).")));
        }
    }
}
