package org.tocsin.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.tocsin.json.Body;
import org.tocsin.json.Json;
import org.tocsin.limit.ByteQuota;
import org.tocsin.limit.Toll;
import org.tocsin.party.Caller;
import org.tocsin.problem.Problem;
import org.tocsin.report.submission.Limits;
import org.tocsin.report.submission.StageOrder;
import org.tocsin.report.submission.SubmissionOutcome.Sound;
import org.tocsin.seal.Sha256;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;
import org.tocsin.conditional.ETag;
import org.tocsin.conditional.IfMatch;

/** Takes in a later stage or a correction of a report, decided on what the sender has seen of it. */
@ApplicationScoped
public class RevisionIntake {

    private final Transactions transactions;
    private final Reports reports;
    private final Revisions revisions;
    private final SubmissionKeys keys;
    private final Filing filing;
    private final Now now;
    private final Toll toll;

    RevisionIntake(Transactions transactions, Reports reports, Revisions revisions, SubmissionKeys keys, Filing filing, Now now, Toll toll) {
        this.transactions = transactions;
        this.reports = reports;
        this.revisions = revisions;
        this.keys = keys;
        this.filing = filing;
        this.now = now;
        this.toll = toll;
    }

    /**
     * @param condition the If-Match header
     * @param key       the Idempotency-Key header
     * @param sentAt    the Date header
     * @return the answer's bytes: the first one again when it was a repeat, although the report has changed by it
     * @throws Problem 428 without a condition, 412 when the report is no longer as it says, 409 when it can have no revision
     *                 now, 422 with every fault, and as for a new report
     */
    public byte[] accept(Caller caller, String name, IfMatch condition, InputStream body, Optional<String> key, Optional<Instant> sentAt) {
        return accept(caller, name, condition, body, key, sentAt, revised -> { });
    }

    /** @param alongside is given the report in the transaction that revises it, as {@link ReportIntake#acceptWith} */
    public byte[] accept(Caller caller, String name, IfMatch condition, InputStream body, Optional<String> key, Optional<Instant> sentAt,
            Consumer<Report> alongside) {
        if (!condition.isGiven()) {
            throw new Problem(428, "if-match-missing", "If-Match is needed",
                    "Send the report's ETag, as you last read it, in If-Match, so that what another has added meanwhile is not passed over.");
        }
        byte[] bytes = Body.bytes(body, Limits.BODY_BYTES);
        Sound sound = ReportIntake.read(bytes);
        toll.payBytes(caller.ownOrganisation(), ByteQuota.Use.REPORT, bytes.length);
        Optional<SubmissionKey> header = key.map(SubmissionKey::header);
        Sight sight = Sight.own(caller.ownOrganisation());
        return transactions.seeing(sight, () -> {
            Report report = reports.ownToChange(caller, name);
            Arrival arrival = new Arrival(report.organisation, caller.actor(), caller.client(), caller.keyOwner(), Optional.empty(),
                    sound.submission(), sound.canonical(), now.instant(), sentAt);
            byte[] fingerprint = fingerprint(report, arrival);
            // A repeat comes first: it names the ETag that it has itself made stale. Twins wait for each other at the report.
            Optional<FirstAnswer> first = header.flatMap(each -> keys.find(each, arrival.organisation(), arrival.keyOwner()));
            if (first.isPresent()) {
                return same(first.get(), fingerprint).answer();
            }
            check(caller, report, condition, arrival);
            byte[] answer = revise(caller, report, arrival, sight, header, fingerprint);
            alongside.accept(report);
            return answer;
        });
    }

    private void check(Caller caller, Report report, IfMatch condition, Arrival arrival) {
        ETag present = ReportTag.of(report.versionTo(caller), caller);
        if (!condition.holds(Optional.of(present))) {
            throw new Problem(412, "stale-report", "Changed meanwhile",
                    "The report is no longer as If-Match names it: it is at version " + report.versionTo(caller)
                            + ". Read it again, then decide whether the revision still fits.")
                    .with("etag", present.quoted())
                    .with("version", report.versionTo(caller))
                    .with("state", report.state.code())
                    .with("report", "/api/v1/reports/" + report.id);
        }
        if (!Act.REVISE.isPossible(report.state)) {
            throw report.refusal("The report is " + report.state.code() + " and takes no revision.");
        }
        StageOrder.check(revisions.stages(report), arrival.submission().stage());
        if (Arrays.equals(revisions.latest(report).body, arrival.canonical())) {
            throw new Problem(422, "nothing-new", "Nothing new",
                    "This says the very same as revision " + report.latestRevision + ". Nothing was stored.");
        }
    }

    /**
     * Crash story: revision, keys and answer are one commit. Whoever repeats after a crash finds either
     * nothing, and the revision is made now, or all of it, and gets the first answer.
     */
    private byte[] revise(Caller caller, Report report, Arrival arrival, Sight sight, Optional<SubmissionKey> header, byte[] fingerprint) {
        Filed filed = filing.revise(report, arrival, sight);
        FirstAnswer own = new FirstAnswer(fingerprint, report.id, bytes(RevisionAnswer.to(filed, caller)));
        // In the same order as with a new report, so that none waits for another crosswise.
        Optional.ofNullable(arrival.submission().externalRef()).map(SubmissionKey::externalRef).ifPresent(reference -> {
            FirstAnswer stored = keys.claim(reference, arrival, own);
            if (!stored.report().equals(report.id)) {
                throw Repeats.referenceReused(stored.report());
            }
        });
        header.ifPresent(each -> same(keys.claim(each, arrival, own), fingerprint));
        return own.answer();
    }

    private static FirstAnswer same(FirstAnswer stored, byte[] fingerprint) {
        if (!Arrays.equals(stored.fingerprint(), fingerprint)) {
            throw Repeats.keyReused();
        }
        return stored;
    }

    /** Not that of the body alone: the same words as a new report, or on another report, are something else. */
    private static byte[] fingerprint(Report report, Arrival arrival) {
        return Sha256.of(("revision of " + report.id + " " + Sha256.hex(Sha256.of(arrival.canonical())))
                .getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(RevisionAnswer answer) {
        try {
            return Json.MAPPER.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written", e);
        }
    }
}
