package org.tocsin.report;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.tocsin.json.Json;

/** What the inventory said about a revision's assets when it came, for one of the two who look. */
@Entity
@Immutable
@Table(name = "enrichment")
@IdClass(Enriched.Key.class)
public class Enriched {

    public static final String OPERATOR = "operator";
    public static final String LIAISON = "liaison";

    /** @param audience {@link #OPERATOR} or {@link #LIAISON} */
    public record Key(UUID revision, String audience) {
    }

    @Id
    @Column(name = "revision_id")
    public UUID revision;
    @Id
    public String audience;
    @Column(name = "organisation_id")
    public String organisation;
    public byte[] snapshot;
    /** Of the liaison's, what the log's entry has its digest with; null for the operator's, and for those of before. */
    public byte[] salt;

    public JsonNode tree() {
        return Json.tree(snapshot);
    }
}
