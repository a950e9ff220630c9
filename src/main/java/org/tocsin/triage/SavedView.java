package org.tocsin.triage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The queue's filters under a name that a liaison gave them. */
@Entity
@Immutable
@Table(name = "triage_view")
public class SavedView {

    @Id
    public UUID id;
    /** The identifier of the person whose it is. */
    public String owner;
    public String name;
    /** As {@link QueueQuery#filters()} writes them. */
    public String filters;
    @Column(name = "saved_at")
    public Instant savedAt;

    public String address() {
        return filters.isEmpty() ? QueueQuery.PATH : QueueQuery.PATH + "?" + filters;
    }
}
