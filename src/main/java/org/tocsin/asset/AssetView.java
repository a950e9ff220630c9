package org.tocsin.asset;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tocsin.json.Json;
import org.tocsin.web.Moments;
import org.tocsin.web.Say;
import org.tocsin.web.Speech;

/**
 * One entry on its page.
 *
 * @param problems what is wrong with how the device is kept
 * @param mayEdit  whether the reader keeps this inventory
 */
record AssetView(String organisation, AssetDocument asset, List<Fact> facts, Risk risk, List<PostureProblem> problems,
        String writtenBy, Instant writtenAt, boolean mayEdit, GraphPicture graph, Around around, List<AssetReports.Naming> reports) {

    /** As the tag factlist shows it. */
    public record Fact(String label, List<String> lines, boolean verbatim) {
    }

    /**
     * How the graph was asked for.
     *
     * @param alone nothing leans on it, and it leans on nothing
     */
    public record Around(String direction, int depth, boolean deeper, boolean cut, boolean alone) {
    }

    static List<Fact> facts(AssetDocument asset) {
        List<Fact> facts = new ArrayList<>();
        add(facts, Speech.of("asset_kind"), AssetWords.says(asset.kind()));
        add(facts, Speech.of("asset_criticality"), Speech.of("asset_criticality_of", asset.criticality(), AssetWords.criticality(asset.criticality())));
        add(facts, Speech.of("asset_sector"), asset.sector() == null ? null : AssetWords.sector(asset.sector().word()));
        add(facts, Speech.of("asset_site"), asset.site());
        add(facts, Speech.of("asset_contact"), asset.ownerContact());
        add(facts, Speech.of("asset_scale"), asset.timeScale() == null ? null : Json.word(asset.timeScale()));
        add(facts, Speech.of("asset_identifiers"), asset.identifiers().stream().map(each -> AssetWords.says(each.kind()) + " " + each.value()).toList());
        add(facts, Speech.of("asset_edges"), asset.edges().stream().map(each -> AssetWords.says(each.type()) + " " + AssetWords.says(each.to())).toList());
        for (Map.Entry<String, AttributeText> attribute : asset.attributes().entrySet()) {
            add(facts, attribute.getKey(), attribute.getValue().text());
        }
        add(facts, Speech.of("asset_assessed"), asset.riskAssessedAt());
        add(facts, Speech.of("asset_due"), asset.riskReviewDueAt());
        Posture kept = asset.posture() == null ? Posture.UNKNOWN : asset.posture();
        add(facts, Speech.of("asset_managed"), kept.managed());
        add(facts, Speech.of("asset_system"), kept.osUpToDate());
        add(facts, Speech.of("asset_patched"), kept.lastPatchedAt());
        add(facts, Speech.of("asset_sign_in"), kept.strongSignIn());
        add(facts, Speech.of("asset_lock"), kept.screenLock());
        add(facts, Speech.of("asset_encrypted"), kept.encrypted());
        add(facts, Speech.of("asset_notes"), asset.notes());
        return facts;
    }

    private static void add(List<Fact> facts, String label, List<String> lines) {
        if (!lines.isEmpty()) {
            facts.add(new Fact(label, lines, false));
        }
    }

    private static void add(List<Fact> facts, String label, String line) {
        if (line != null) {
            add(facts, label, List.of(line));
        }
    }

    private static void add(List<Fact> facts, String label, LocalDate day) {
        add(facts, label, day == null ? null : Moments.words(day));
    }

    private static void add(List<Fact> facts, String label, Boolean kept) {
        add(facts, label, kept == null ? null : Say.wire(kept ? "yes" : "no"));
    }
}
