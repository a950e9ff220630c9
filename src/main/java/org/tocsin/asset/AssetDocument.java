package org.tocsin.asset;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Asset", description = "One entry of an organisation's inventory, as it is sent and served.")
public record AssetDocument(
        @Schema(pattern = AssetDocument.REF, maxLength = 64, examples = "ntp-1",
                description = "the organisation's own name for it; may be left out of a PUT, whose path has it")
        String ref,
        @Schema(required = true, minLength = 1, maxLength = 200, examples = "Public NTP server 1", description = "what people call it")
        String name,
        @Schema(required = true)
        AssetKind kind,
        @Schema(required = true, minimum = "1", maximum = "5", examples = "5",
                description = "5: people or whole sectors come to harm without it; 1: nobody would notice for days")
        Integer criticality,
        @Schema(description = "whom it serves")
        Sector sector,
        @Schema(maxLength = 200, examples = "Laboratory building, clock hall", description = "where it stands")
        String site,
        @Schema(maxLength = 200, description = "whom to call about it", examples = "clocks@time.example, +49 30 23125 100")
        String ownerContact,
        @Schema(description = "the time scale that it shows")
        TimeScale timeScale,
        @Schema(maxItems = 50, description = "by what it is recognised when a report names it")
        List<Identifier> identifiers,
        @Schema(maxProperties = 50, description = "anything else, as short texts")
        Map<String, AttributeText> attributes,
        @Schema(maxItems = 200, description = "what it leans on")
        List<Edge> edges,
        @Schema(description = "day of the last risk assessment", examples = "2026-03-02")
        LocalDate riskAssessedAt,
        @Schema(description = "day by which the next one is due", examples = "2027-03-02")
        LocalDate riskReviewDueAt,
        @Schema(description = "of workstations and mobile devices only")
        Posture posture,
        @Schema(maxLength = 4000, description = "what else people should know")
        String notes) {

    /** A ref is safe in a path, a file name and a log line: no dot at its beginning. */
    public static final String REF = "^[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}$";
    static final int ATTRIBUTE_NAME_LIMIT = 64;

    /** What says nothing is left out: an empty text, a posture of which nothing is known. */
    public AssetDocument {
        site = site == null || site.isEmpty() ? null : site;
        ownerContact = ownerContact == null || ownerContact.isEmpty() ? null : ownerContact;
        notes = notes == null || notes.isEmpty() ? null : notes;
        posture = Posture.UNKNOWN.equals(posture) ? null : posture;
        identifiers = identifiers == null ? List.of() : List.copyOf(identifiers);
        attributes = attributes == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(attributes));
        edges = edges == null ? List.of() : List.copyOf(edges);
    }

    AssetDocument named(String ref) {
        return new AssetDocument(ref, name, kind, criticality, sector, site, ownerContact, timeScale, identifiers,
                attributes, edges, riskAssessedAt, riskReviewDueAt, posture, notes);
    }
}
