package org.tocsin.quarantine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.tocsin.audit.Actor;
import org.tocsin.audit.Audience;
import org.tocsin.audit.Audit;
import org.tocsin.audit.AuditEvent;
import org.tocsin.json.Json;
import org.tocsin.problem.Problem;
import org.tocsin.report.submission.SubmissionOutcome;
import org.tocsin.report.submission.SubmissionReader;
import org.tocsin.seal.Sha256;
import org.tocsin.store.Ids;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;
import org.tocsin.web.IdempotencyKey;

/** Takes a report into quarantine: what is no report is refused as it is elsewhere. */
@ApplicationScoped
class Holding {

    private static final int TRY_AGAIN_SECONDS = 600;

    private final Transactions transactions;
    private final HeldReports held;
    private final QuarantineConfig config;
    private final Audit audit;
    private final Now now;

    Holding(Transactions transactions, HeldReports held, QuarantineConfig config, Audit audit, Now now) {
        this.transactions = transactions;
        this.held = held;
        this.config = config;
        this.audit = audit;
        this.now = now;
    }

    /**
     * @param proof certificate or assertion
     * @return what is held; of a repeat the first one, whatever has become of it
     * @throws Problem 422 with every fault, 422 for a key that was used for another body, 429 when the client has too many there
     */
    HeldReport take(OddToken token, String proof, byte[] body, Optional<String> key, Optional<Instant> sentAt) {
        key.ifPresent(IdempotencyKey::usable);
        SubmissionOutcome outcome = SubmissionReader.read(body);
        if (outcome instanceof SubmissionOutcome.Faulty faulty) {
            throw Problem.invalid("report", faulty.faults());
        }
        HeldReport arriving = drawn(token, proof, (SubmissionOutcome.Sound) outcome, key, sentAt);
        return transactions.seeing(Sight.own(arriving.organisation), () -> {
            held.hold(arriving.client);
            Optional<HeldReport> earlier = held.repeated(arriving.client, arriving.key);
            if (earlier.isPresent()) {
                return repeat(earlier.get(), arriving);
            }
            if (held.undecided(arriving.client) >= config.perClient()) {
                throw new Problem(429, "quarantine-full", "Quarantine is full",
                        "This client has as many reports in quarantine as are held at once. Nothing was stored. A liaison decides on "
                                + "those that are there. Set your clock; if it is urgent, telephone the CERT.").retryAfter(TRY_AGAIN_SECONDS);
            }
            held.persistAndFlush(arriving);
            audit.write(new AuditEvent(arriving.organisation, null, "quarantine.held", Actor.client(arriving.client), Audience.OPERATOR,
                    arriving.receivedAt, detail(arriving)));
            return arriving;
        });
    }

    private HeldReport drawn(OddToken token, String proof, SubmissionOutcome.Sound sound, Optional<String> key, Optional<Instant> sentAt) {
        HeldReport arriving = new HeldReport();
        arriving.id = Ids.next();
        arriving.organisation = token.sensor().organisation();
        arriving.client = token.sensor().id();
        arriving.body = sound.canonical();
        arriving.digest = Sha256.of(sound.canonical());
        arriving.idempotencyKey = key.orElse(null);
        // No key of a client's has a space, so it cannot be mistaken for a digest.
        arriving.key = key.orElse("body " + Sha256.hex(arriving.digest));
        arriving.title = sound.submission().title();
        arriving.why = token.why();
        arriving.issuedAt = token.times().issuedAt();
        arriving.notBefore = token.times().notBefore();
        arriving.expiresAt = token.times().expiresAt();
        arriving.proof = proof;
        arriving.receivedAt = now.instant();
        arriving.sentAt = sentAt.orElse(null);
        arriving.state = HeldReport.HELD;
        return arriving;
    }

    private static HeldReport repeat(HeldReport earlier, HeldReport arriving) {
        if (!Arrays.equals(earlier.digest, arriving.digest)) {
            throw new Problem(422, "idempotency-key-reused", "Idempotency-Key was used before",
                    "This Idempotency-Key was used for another body. Nothing was stored.");
        }
        return earlier;
    }

    private static ObjectNode detail(HeldReport arriving) {
        return Json.MAPPER.createObjectNode()
                .put("quarantine", arriving.id.toString())
                .put("client", arriving.client)
                .put("why", arriving.why)
                .put("proof", arriving.proof)
                .put("bodySha256", Sha256.hex(arriving.digest));
    }
}
