package org.tocsin.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** One revision on its way to one destination. Its id never changes: the destination tells a repeat by it. */
@Entity
public class Delivery {

    public static final String PENDING = "pending";
    public static final String DELIVERED = "delivered";
    public static final String GIVEN_UP = "given-up";
    /** It could not be reached, or did not answer as it should. */
    static final String UNAVAILABLE = "unavailable";
    /** It answered that it does not take this. */
    static final String REFUSED = "refused";

    @Id
    public UUID id;
    @Column(name = "release_id")
    public UUID release;
    @Column(name = "report_id")
    public UUID report;
    @Column(name = "organisation_id")
    public String organisation;
    @Column(name = "revision_number")
    public int revisionNumber;
    public String destination;
    /** 0 for the revision itself; from 1 on what is said later of its withdrawal. */
    public int notice;
    /** The exact bytes that are sent. */
    public byte[] document;
    public byte[] digest;
    public String state;
    /** In what way the last attempt failed; empty when none did. */
    public String trouble;
    /** Each claim takes the next number; the word of an older holder is not taken. */
    public long fence;
    @Column(name = "held_until")
    public Instant heldUntil;
    public int attempts;
    @Column(name = "next_attempt_at")
    public Instant nextAttemptAt;
    /** The destination's own, verified before it was stored. */
    public String receipt;
    @Column(name = "submission_id")
    public String submissionId;
    @Column(name = "case_reference")
    public String caseReference;
    @Column(name = "delivered_at")
    public Instant deliveredAt;
    @Column(name = "created_at")
    public Instant createdAt;

    boolean isPending() {
        return state.equals(PENDING);
    }
}
