package org.tocsin.asset;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tocsin.json.Json;
import org.tocsin.web.Moments;
import org.tocsin.web.WireWords;

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
        add(facts, "What it is", WireWords.spoken(asset.kind().word()));
        add(facts, "Criticality", asset.criticality() + " of 5: " + AssetWords.criticality(asset.criticality()));
        add(facts, "Whom it serves", asset.sector() == null ? null : WireWords.spoken(asset.sector().word()));
        add(facts, "Where it stands", asset.site());
        add(facts, "Whom to call about it", asset.ownerContact());
        add(facts, "Time scale", asset.timeScale() == null ? null : Json.word(asset.timeScale()));
        add(facts, "Recognised by", asset.identifiers().stream().map(each -> AssetWords.says(each.kind()) + " " + each.value()).toList());
        add(facts, "Edges", asset.edges().stream().map(each -> AssetWords.says(each.type()) + " " + AssetWords.says(each.to())).toList());
        for (Map.Entry<String, AttributeText> attribute : asset.attributes().entrySet()) {
            add(facts, attribute.getKey(), attribute.getValue().text());
        }
        add(facts, "Risk assessed", asset.riskAssessedAt());
        add(facts, "Next assessment due", asset.riskReviewDueAt());
        Posture kept = asset.posture() == null ? Posture.UNKNOWN : asset.posture();
        add(facts, "In device management", kept.managed());
        add(facts, "Operating system up to date", kept.osUpToDate());
        add(facts, "Last security update", kept.lastPatchedAt());
        add(facts, "Sign-in that withstands phishing", kept.strongSignIn());
        add(facts, "Locks itself", kept.screenLock());
        add(facts, "Storage encrypted", kept.encrypted());
        add(facts, "Notes", asset.notes());
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
        add(facts, label, kept == null ? null : kept ? "Yes" : "No");
    }
}
