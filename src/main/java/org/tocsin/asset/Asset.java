package org.tocsin.asset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.tocsin.json.Json;
import org.tocsin.conditional.ETag;

/** An inventory entry as it is stored. Read through here; written by {@link Assets#put}, in one statement that cannot race. */
@Entity
@Immutable
public class Asset {

    @Id
    public UUID id;
    @Column(name = "organisation_id")
    public String organisation;
    public String ref;
    public String name;
    public String kind;
    public short criticality;
    public String sector;
    public String document;
    /** 1 when it was created, one more with each write. */
    public int version;
    @Column(name = "written_by")
    public String writtenBy;
    @Column(name = "written_at")
    public Instant writtenAt;

    public AssetDocument entry() {
        return read(document);
    }

    /** Names this writing of this entry, also when the entry was struck off and listed again: an entity tag. */
    ETag tag() {
        return new ETag(id + "." + version);
    }

    static AssetDocument read(String document) {
        return Json.read(document.getBytes(StandardCharsets.UTF_8), AssetDocument.class);
    }
}
