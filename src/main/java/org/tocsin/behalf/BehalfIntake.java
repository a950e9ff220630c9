package org.tocsin.behalf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.audit.Actor;
import org.tocsin.json.Canonical;
import org.tocsin.json.Instants;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.Organisations;
import org.tocsin.party.Role;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.report.Arrival;
import org.tocsin.report.Confirmation;
import org.tocsin.report.Filed;
import org.tocsin.report.Filing;
import org.tocsin.report.OnBehalf;
import org.tocsin.report.OnBehalfMarks;
import org.tocsin.report.Timeline;
import org.tocsin.report.submission.Limits;
import org.tocsin.report.submission.SubmissionOutcome;
import org.tocsin.report.submission.SubmissionReader;
import org.tocsin.seal.Sha256;
import org.tocsin.store.Refusal;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/** Files what a caller said on the telephone, as a report of the caller's organisation. */
@ApplicationScoped
public class BehalfIntake {

    /** @param answer the answer's bytes: the first one again when it was a repeat */
    public record Taken(UUID report, byte[] answer) {
    }

    private final Transactions transactions;
    private final EntityManager database;
    private final Organisations organisations;
    private final Filing filing;
    private final OnBehalfMarks marks;
    private final Calls calls;
    private final Timeline timeline;
    private final Now now;

    BehalfIntake(Transactions transactions, EntityManager database, Organisations organisations, Filing filing,
            OnBehalfMarks marks, Calls calls, Timeline timeline, Now now) {
        this.transactions = transactions;
        this.database = database;
        this.organisations = organisations;
        this.filing = filing;
        this.marks = marks;
        this.calls = calls;
        this.timeline = timeline;
        this.now = now;
    }

    /**
     * @param key the Idempotency-Key header
     * @throws Problem 422 with every fault, such as an organisation that is not known; 422 for a key that was used for another call
     */
    public Taken file(Caller liaison, BehalfFiling call, Optional<String> key) {
        try {
            return once(liaison, call, key);
        } catch (PersistenceException e) {
            if (Refusal.UNIQUE_VIOLATION.caused(e)) {
                return once(liaison, call, key); // a twin was first: this finds its answer
            }
            throw e;
        }
    }

    /**
     * Crash story: report, mark, call and answer are one commit. Whoever repeats after a crash finds either nothing, and
     * it is filed now, or all of it, and gets the first answer.
     *
     * <p>The transaction sees what the operator would see, so that the report is enriched as if it had filed it itself.
     */
    private Taken once(Caller liaison, BehalfFiling call, Optional<String> key) {
        Sight sight = Sight.own(call.organisation());
        byte[] fingerprint = Sha256.of(Canonical.bytes(call));
        return transactions.seeing(sight, () -> {
            Optional<BehalfCall> earlier = key.flatMap(value ->
                    transactions.widened(sight, () -> calls.under(liaison.keyOwner(), value)));
            if (earlier.isPresent()) {
                return repeat(earlier.get(), fingerprint);
            }
            SubmissionOutcome.Sound sound = sound(call);
            Instant at = now.instant();
            // What the operator reads names the role; the account is in what it does not read.
            Filed filed = filing.open(new Arrival(call.organisation(), Actor.named(Role.LIAISON_TO_OPERATORS), liaison.client(), liaison.keyOwner(),
                    Optional.empty(), sound.submission(), sound.canonical(), at, Optional.empty()), sight);
            mark(filed, call, at);
            timeline.writeAs(Role.LIAISON_TO_OPERATORS, filed.report(), "report.taken-on-behalf", liaison.actor(), at, detail(call));
            BehalfCall kept = kept(filed, liaison, call, key, fingerprint, CallFlags.of(call, at));
            transactions.widened(sight, () -> {
                calls.keep(kept);
                Optional.ofNullable(call.callBack()).ifPresent(back -> calls.keep(filed.report(), back, liaison.name(), at));
                return null;
            });
            database.flush();
            return new Taken(kept.report, kept.answer);
        });
    }

    private static Taken repeat(BehalfCall earlier, byte[] fingerprint) {
        if (!Arrays.equals(earlier.fingerprint, fingerprint)) {
            throw new Problem(422, "idempotency-key-reused", "Idempotency-Key was used before",
                    "This Idempotency-Key was used for another call. Nothing was stored. "
                            + "Use a new key for a new call, and the same key only for the very same one.");
        }
        return new Taken(earlier.report, earlier.answer);
    }

    /** @throws Problem 422 with what is wrong beyond the shape of the body */
    private SubmissionOutcome.Sound sound(BehalfFiling call) {
        List<Fault> faults = new ArrayList<>();
        if (organisations.findById(call.organisation()) == null) {
            faults.add(new Fault("/organisation", "unknown-organisation", "No organisation is registered here under this id. "
                    + "An administrator registers it (tocsin.organisations)."));
        }
        SubmissionOutcome outcome = SubmissionReader.of(call.submission());
        if (outcome instanceof SubmissionOutcome.Faulty faulty) {
            faulty.faults().forEach(fault ->
                    faults.add(new Fault("/submission" + fault.pointer(), fault.code(), fault.message())));
        } else if (((SubmissionOutcome.Sound) outcome).canonical().length > Limits.BODY_BYTES) {
            faults.add(new Fault("/submission", "too-large", "A report has at most " + Limits.BODY_BYTES / 1024 + " KiB."));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("call", faults);
        }
        return (SubmissionOutcome.Sound) outcome;
    }

    private void mark(Filed filed, BehalfFiling call, Instant at) {
        OnBehalf mark = new OnBehalf();
        mark.report = filed.report().id;
        mark.organisation = filed.report().organisation;
        mark.caller = call.caller().name();
        mark.takenBy = Role.LIAISON_TO_OPERATORS;
        mark.takenAt = at;
        mark.calledBackAt = call.callBack() == null ? null : call.callBack().at();
        mark.confirmation = Confirmation.UNCONFIRMED;
        marks.persist(mark);
    }

    private static ObjectNode detail(BehalfFiling call) {
        ObjectNode detail = Json.MAPPER.createObjectNode()
                .put("caller", call.caller().name())
                .put("calledAt", Instants.write(call.calledAt()));
        if (call.callBack() != null) {
            detail.put("calledBackAt", Instants.write(call.callBack().at()));
        }
        return detail;
    }

    private static BehalfCall kept(Filed filed, Caller liaison, BehalfFiling call, Optional<String> key, byte[] fingerprint,
            List<String> flags) {
        BehalfCall kept = new BehalfCall();
        kept.report = filed.report().id;
        kept.organisation = filed.report().organisation;
        kept.takenBy = liaison.name();
        kept.keyOwner = liaison.keyOwner();
        kept.key = key.orElse(null);
        kept.fingerprint = fingerprint;
        kept.call = Canonical.bytes(call.call());
        kept.flags = Json.MAPPER.valueToTree(flags).toString();
        kept.answer = bytes(BehalfAnswer.to(filed, flags));
        return kept;
    }

    private static byte[] bytes(BehalfAnswer answer) {
        try {
            return Json.MAPPER.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written", e);
        }
    }
}
