package org.tocsin.party;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** One of an organisation's means that is said to be in someone else's hands. */
@Entity
@Immutable
@Table(name = "compromise")
@IdClass(Compromised.Key.class)
public class Compromised {

    public record Key(String organisation, String means) {
    }

    @Id
    @Column(name = "organisation_id")
    public String organisation;
    /** The code of {@link Means}. */
    @Id
    public String means;
    public Instant since;
    @Column(name = "said_by")
    public String saidBy;
    public String reason;
}
