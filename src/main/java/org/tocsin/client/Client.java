package org.tocsin.client;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** A machine client or peer, as we want it to be. */
@Entity
public class Client {

    /** An enrolment has begun: at the identity provider it is disabled, until we have committed it. */
    static final long BEGUN = 0;
    /** An enrolment came to nothing, and what it left at the identity provider is to be removed. */
    static final long GIVEN_UP = -1;

    @Id
    public String id;
    @Column(name = "organisation_id")
    public String organisation;
    public String title;
    public String role;
    public String proof;
    public String key;
    public String certificate;
    @Column(name = "certificate_until")
    public Instant certificateUntil;
    @Column(name = "cut_off_since")
    public Instant cutOffSince;
    public long wanted;
    @Column(name = "in_step")
    public long inStep;
    @Column(name = "enrolled_by")
    public String enrolledBy;
    @Column(name = "enrolled_at")
    public Instant enrolledAt;

    boolean isEnrolled() {
        return wanted > BEGUN;
    }

    boolean isInStep() {
        return inStep >= wanted;
    }

    boolean isCutOff() {
        return cutOffSince != null;
    }
}
