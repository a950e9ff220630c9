package org.tocsin.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.tocsin.json.Json;
import org.tocsin.problem.Problem;
import org.tocsin.report.submission.Submission;

/** What was said at one time, as the bytes that were hashed and receipted. */
@Entity
@Immutable
public class Revision {

    @Id
    public UUID id;
    @Column(name = "report_id")
    public UUID report;
    @Column(name = "organisation_id")
    public String organisation;
    public int number;
    public String stage;
    /** Null when it has been erased. */
    public byte[] body;
    public byte[] digest;
    @Column(name = "time_flags")
    public String timeFlags;
    /** Seconds; the sender's clock minus ours. */
    @Column(name = "skew_seconds")
    public BigDecimal skewSeconds;
    @Column(name = "submitted_by")
    public String submittedBy;
    public String client;
    @Column(name = "received_at")
    public Instant receivedAt;
    public String receipt;

    @Column(name = "erased_at")
    public Instant erasedAt;
    @Column(name = "erased_why")
    public String erasedWhy;

    /** @throws Problem 410 when what was said has been erased */
    public Submission submission() {
        return Json.read(content(), Submission.class);
    }

    /**
     * What was said, in canonical form.
     *
     * @throws Problem 410 when it has been erased
     */
    public byte[] content() {
        if (erasedAt != null) {
            throw new Problem(410, "erased", "Erased", "What was reported has been erased. Its digest stays. " + erasedWhy)
                    .with("erasedAt", erasedAt);
        }
        return body;
    }
}
