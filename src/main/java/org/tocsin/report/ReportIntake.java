package org.tocsin.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tocsin.json.Body;
import org.tocsin.json.Json;
import org.tocsin.limit.ByteQuota;
import org.tocsin.limit.Kind;
import org.tocsin.limit.Toll;
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
    private final Toll toll;
    private final MeterRegistry metrics;

    ReportIntake(Organisations organisations, Filing filing, JointFiling joint, LoneFiling lone, Now now, Toll toll,
            MeterRegistry metrics) {
        this.organisations = organisations;
        this.filing = filing;
        this.joint = joint;
        this.lone = lone;
        this.now = now;
        this.toll = toll;
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
            byte[] bytes = Body.bytes(body, Limits.BODY_BYTES);
            Sound sound = read(bytes);
            organisations.requireKnown(caller);
            toll.payBytes(caller.ownOrganisation(), ByteQuota.Use.REPORT, bytes.length);
            Ready ready = ready(caller, sound, key, sentAt, now.instant());
            return joint.file(ready).orElseGet(() -> lone.file(ready));
        } catch (Problem refusal) {
            refused(1);
            throw refusal;
        }
    }

    /**
     * One that brings something of a room above with it: both are filed, or neither is.
     *
     * @param alongside is given the new report in the transaction that files it; not called for a repeat
     * @throws Problem as {@link #accept}, and whatever {@code alongside} refuses
     */
    public Accepted acceptWith(Caller caller, byte[] body, String key, Consumer<Report> alongside) {
        try {
            Sound sound = read(body);
            organisations.requireKnown(caller);
            toll.payBytes(caller.ownOrganisation(), ByteQuota.Use.REPORT, body.length);
            return lone.file(ready(caller, sound, Optional.of(key), Optional.empty(), now.instant()), alongside);
        } catch (Problem refusal) {
            refused(1);
            throw refusal;
        }
    }

    /**
     * One that came earlier and was held back until now. It counts as received when it came.
     *
     * @param key its own, or one that was made for it: it is filed once, however often this is asked
     * @throws Problem as {@link #accept}
     */
    public Accepted acceptLate(Caller sender, byte[] body, String key, Optional<Instant> sentAt, Instant receivedAt) {
        organisations.requireKnown(sender);
        return lone.file(ready(sender, read(body), Optional.of(key), sentAt, receivedAt));
    }

    /**
     * Many reports, each all or nothing on its own.
     *
     * @return for each item, in the order of the batch, what became of it
     * @throws Problem 413 for too large a body, 400 or 422 when it is no batch, 429 when its sender has not so many left; then
     *                 nothing of it is stored
     */
    public List<ItemResult> acceptAll(Caller caller, InputStream body, Optional<Instant> sentAt) {
        byte[] bytes = Body.bytes(body, BatchReader.BODY_BYTES);
        List<BatchItem> items = BatchReader.read(bytes);
        // The request itself has taken one.
        toll.pay(Kind.FILING, items.size() - 1L);
        organisations.requireKnown(caller);
        toll.payBytes(caller.ownOrganisation(), ByteQuota.Use.REPORT, bytes.length);
        List<ItemResult> results = new ArrayList<>();
        for (int from = 0; from < items.size(); from += JointFiling.TOGETHER) {
            results.addAll(part(caller, items.subList(from, Math.min(items.size(), from + JointFiling.TOGETHER)), sentAt));
        }
        refused(results.stream().filter(ItemResult::isRefused).count());
        return results;
    }

    /** So many as share a commit. */
    private List<ItemResult> part(Caller caller, List<BatchItem> items, Optional<Instant> sentAt) {
        Map<BatchItem, Ready> ready = new LinkedHashMap<>();
        Map<BatchItem, ItemResult> results = new HashMap<>();
        for (BatchItem item : items) {
            try {
                ready.put(item, ready(caller, sound(item.outcome()), Optional.ofNullable(item.key()), sentAt, now.instant()));
            } catch (Problem refusal) {
                results.put(item, item.refused(refusal));
            }
        }
        Iterator<Optional<Accepted>> filed = joint.file(caller.ownOrganisation(), List.copyOf(ready.values())).iterator();
        ready.forEach((item, each) -> results.put(item, filed.next().map(item::accepted).orElseGet(() -> alone(item, each))));
        return items.stream().map(results::get).toList();
    }

    private ItemResult alone(BatchItem item, Ready ready) {
        try {
            return item.accepted(lone.file(ready));
        } catch (Problem refusal) {
            return item.refused(refusal);
        }
    }

    private void refused(long count) {
        metrics.counter("tocsin.reports.refused").increment(count);
    }

    private Ready ready(Caller caller, Sound sound, Optional<String> key, Optional<Instant> sentAt, Instant receivedAt) {
        List<SubmissionKey> keys = new ArrayList<>();
        // Always in this order, so that two requests with the same two keys do not wait for each other crosswise.
        Optional.ofNullable(sound.submission().externalRef()).map(SubmissionKey::externalRef).ifPresent(keys::add);
        key.map(SubmissionKey::header).ifPresent(keys::add);
        Arrival arrival = new Arrival(caller.ownOrganisation(), caller.actor(), caller.client(), caller.keyOwner(), Optional.empty(),
                sound.submission(), sound.canonical(), receivedAt, sentAt);
        Drawn drawn = filing.draw(arrival);
        Filed filed = drawn.filed();
        return new Ready(drawn, keys,
                new FirstAnswer(filed.revision().digest, filed.report().id, bytes(ReportAnswer.to(filed))));
    }

    /** @throws Problem 400 or 422 with every fault */
    static Sound read(byte[] body) {
        return sound(SubmissionReader.read(body));
    }

    private static Sound sound(SubmissionOutcome outcome) {
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
