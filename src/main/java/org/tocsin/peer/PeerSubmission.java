package org.tocsin.peer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What a peer handed over, and what it was answered: a repeat gets the same bytes. */
@Entity
@Immutable
@Table(name = "peer_submission")
public class PeerSubmission {

    @Id
    public UUID id;
    public String peer;
    @Column(name = "delivery_id")
    public String deliveryId;
    @Column(name = "organisation_id")
    public String organisation;
    public byte[] digest;
    public byte[] document;
    @Column(name = "report_id")
    public UUID report;
    @Column(name = "revision_number")
    public int revisionNumber;
    /** The number that the revision has at the sender. */
    @Column(name = "origin_revision")
    public int originRevision;
    public byte[] answer;
    @Column(name = "received_at")
    public Instant receivedAt;
}
