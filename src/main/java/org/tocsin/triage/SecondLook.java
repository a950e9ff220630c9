package org.tocsin.triage;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.tocsin.delivery.Delivery;
import org.tocsin.delivery.Destinations;
import org.tocsin.delivery.Draft;
import org.tocsin.json.Json;
import org.tocsin.report.Report;
import org.tocsin.seal.Sha256;

/**
 * What a liaison sees before a release is confirmed.
 *
 * @param version which the confirmation names
 * @param tlp     as the operator marked it; null when it did not
 * @param exact   the bytes that are sent, as text
 * @param pretty  the same on many lines
 */
public record SecondLook(String reference, String title, int version, int revision, String tlp, List<Way> ways,
        String documentSha256, int bytes, String exact, String pretty) {

    /**
     * @param last null when it got nothing of this report yet
     * @param diff null when there is nothing to compare with
     */
    public record Way(String name, String title, Last last, DocumentDiff diff) {
    }

    public record Last(int revision, String state, Instant at, String documentSha256) {
    }

    /** Every destination gets the same bytes: they are rendered once. */
    static SecondLook of(Report report, List<Draft> drafts, Destinations destinations) {
        byte[] document = drafts.get(0).document();
        JsonNode tree = Json.tree(document);
        return new SecondLook(report.reference, report.title, report.version, report.latestRevision, report.tlp,
                drafts.stream().map(draft -> way(draft, tree, destinations)).toList(), Sha256.hex(Sha256.of(document)),
                document.length, new String(document, StandardCharsets.UTF_8), tree.toPrettyString());
    }

    private static Way way(Draft draft, JsonNode now, Destinations destinations) {
        Delivery last = draft.last();
        return new Way(draft.destination(), destinations.title(draft.destination()),
                last == null ? null : new Last(last.revisionNumber, last.state, last.createdAt, Sha256.hex(last.digest)),
                last == null || last.document == null ? null : DocumentDiff.between(Json.tree(last.document), now));
    }
}
