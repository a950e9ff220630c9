package org.tocsin.party;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** One that runs critical systems, or that hands reports over for those who do. */
@Entity
public class Organisation {

    @Id
    public String id;
    public String name;
    @Column(name = "created_at")
    public Instant createdAt;
}
