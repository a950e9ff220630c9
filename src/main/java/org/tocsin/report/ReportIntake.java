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
import org.tocsin.report.submission.SubmissionOutcome.Sound;
import org.tocsin.report.submission.SubmissionReader;
import org.tocsin.time.Now;

/** Takes a report in: reads it whole, stores it or recognises a repeat, and only then answers. */
@ApplicationScoped
public class ReportIntake {

    private final Organisations organisations;
    private final Filing filing;
    private final JointFiling joint;
    private final LoneFiling lone;
    private final Now now;
    private final MeterRegistry metrics;

    ReportIntake(Organisations organisations, Filing filing, JointFiling joint, LoneFiling lone, Now now, MeterRegistry metrics) {
        this.organisations = organisations;
        this.filing = filing;
        this.joint = joint;
        this.lone = lone;
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
            Sound sound = read(Body.bytes(body, Limits.BODY_BYTES));
            organisations.requireKnown(caller);
            Ready ready = ready(caller, sound, key, sentAt);
            return joint.file(ready).orElseGet(() -> lone.file(ready));
        } catch (Problem refusal) {
            metrics.counter("tocsin.reports.refused").increment();
            throw refusal;
        }
    }

    private Ready ready(Caller caller, Sound sound, Optional<String> key, Optional<Instant> sentAt) {
        List<SubmissionKey> keys = new ArrayList<>();
        // Always in this order, so that two requests with the same two keys do not wait for each other crosswise.
        Optional.ofNullable(sound.submission().externalRef()).map(SubmissionKey::externalRef).ifPresent(keys::add);
        key.map(SubmissionKey::header).ifPresent(keys::add);
        Arrival arrival = new Arrival(caller.ownOrganisation(), caller.name(), caller.keyOwner(), Optional.empty(),
                sound.submission(), sound.canonical(), now.instant(), sentAt);
        Drawn drawn = filing.draw(arrival);
        Filed filed = drawn.filed();
        return new Ready(drawn, keys,
                new FirstAnswer(filed.revision().digest, filed.report().id, bytes(ReportAnswer.to(filed))));
    }

    private static Sound read(byte[] body) {
        SubmissionOutcome outcome = SubmissionReader.read(body);
        if (outcome instanceof SubmissionOutcome.Faulty faulty) {
            throw Problem.invalid("report", faulty.faults());
        }
        return (Sound) outcome;
    }

    private static byte[] bytes(ReportAnswer answer) {
        try {
            return Json.MAPPER.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written", e);
        }
    }
}
