package org.tocsin.behalf;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What of a call the operator never sees; row-level security hides the whole table from it. */
@Entity
@Immutable
@Table(name = "behalf_call")
public class BehalfCall {

    @Id
    @Column(name = "report_id")
    public UUID report;
    @Column(name = "organisation_id")
    public String organisation;
    /** The liaison's account. */
    @Column(name = "taken_by")
    public String takenBy;
    @Column(name = "key_owner")
    public String keyOwner;
    public String key;
    public byte[] fingerprint;
    /** {@link Call.Kept}, canonical JSON. */
    public byte[] call;
    /** A JSON array of words. */
    public String flags;
    public byte[] answer;
}
