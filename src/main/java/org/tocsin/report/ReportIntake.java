package org.tocsin.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.json.Body;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.Organisations;
import org.tocsin.problem.Problem;
import org.tocsin.report.submission.Limits;
import org.tocsin.report.submission.SubmissionOutcome;
import org.tocsin.report.submission.SubmissionReader;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/** Takes a report in: reads it whole, recognises a repeat, stores it, and only then answers. */
@ApplicationScoped
public class ReportIntake {

    private final Transactions transactions;
    private final Organisations organisations;
    private final SubmissionKeys keys;
    private final Filing filing;
    private final Now now;
    private final MeterRegistry metrics;

    ReportIntake(Transactions transactions, Organisations organisations, SubmissionKeys keys, Filing filing,
            Now now, MeterRegistry metrics) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.keys = keys;
        this.filing = filing;
        this.now = now;
        this.metrics = metrics;
    }

    /**
     * Of what is refused, whatever for, nothing stays but a count.
     *
     * @param key    the Idempotency-Key header
     * @param sentAt the Date header
     * @throws Problem 413 for too large a body, 422 with every fault, 422 for a key that was used for another body,
     *                 409 for an externalRef that was
     */
    public Accepted accept(Caller caller, InputStream body, Optional<String> key, Optional<Instant> sentAt) {
        try {
            return take(caller, Body.bytes(body, Limits.BODY_BYTES), key, sentAt);
        } catch (Problem refusal) {
            metrics.counter("tocsin.reports.refused").increment();
            throw refusal;
        }
    }

    private Accepted take(Caller caller, byte[] body, Optional<String> key, Optional<Instant> sentAt) {
        SubmissionOutcome.Sound sound = read(body);
        List<SubmissionKey> claimed = new ArrayList<>();
        // Always in this order, so that two requests with the same two keys do not wait for each other crosswise.
        Optional.ofNullable(sound.submission().externalRef()).map(SubmissionKey::externalRef).ifPresent(claimed::add);
        key.map(SubmissionKey::header).ifPresent(claimed::add);
        Sight sight = Sight.own(caller.ownOrganisation());
        Arrival arrival = new Arrival(caller.ownOrganisation(), caller.name(), caller.keyOwner(), Optional.empty(),
                sound.submission(), sound.canonical(), now.instant(), sentAt);
        return transactions.seeing(sight, () -> {
            organisations.of(caller);
            return once(claimed, arrival, sight);
        });
    }

    /**
     * Crash story: keys, report and answer are one commit. Whoever repeats after a crash finds either
     * nothing, and the report is filed now, or all of it, and gets the first answer.
     */
    private Accepted once(List<SubmissionKey> claimed, Arrival arrival, Sight sight) {
        Filed filed = filing.draw(arrival);
        FirstAnswer own = new FirstAnswer(filed.revision().digest, filed.report().id, bytes(ReportAnswer.to(filed)));
        FirstAnswer first = own;
        Problem reused = null;
        for (SubmissionKey key : claimed) {
            FirstAnswer stored = keys.claim(key, arrival, first);
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
            filing.open(filed, arrival, sight);
        }
        return new Accepted(first.report(), first.answer(), first != own);
    }

    private static SubmissionOutcome.Sound read(byte[] body) {
        SubmissionOutcome outcome = SubmissionReader.read(body);
        if (outcome instanceof SubmissionOutcome.Faulty faulty) {
            throw Problem.invalid("report", faulty.faults());
        }
        return (SubmissionOutcome.Sound) outcome;
    }

    private static byte[] bytes(ReportAnswer answer) {
        try {
            return Json.MAPPER.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written", e);
        }
    }
}
