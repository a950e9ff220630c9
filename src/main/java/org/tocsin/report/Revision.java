package org.tocsin.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.tocsin.json.Json;
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

    /** What was said. */
    public Submission submission() {
        return Json.read(body, Submission.class);
    }
}
