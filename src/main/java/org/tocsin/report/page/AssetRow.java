package org.tocsin.report.page;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.tocsin.asset.Administrator;
import org.tocsin.asset.AssetReference;
import org.tocsin.asset.AssetWords;
import org.tocsin.asset.Finding;
import org.tocsin.asset.Listed;
import org.tocsin.asset.Match;
import org.tocsin.asset.PostureProblem;
import org.tocsin.asset.Risk;
import org.tocsin.asset.TimeSource;
import org.tocsin.json.Json;
import org.tocsin.web.Moments;
import org.tocsin.web.Speech;

/**
 * What the inventory knows of one reference of the report.
 *
 * @param match    null when nothing fits
 * @param warnings what is wrong with the entry or how the asset is kept
 */
public record AssetRow(String reference, Listed match, List<String> about, List<String> sources,
        List<String> administrators, int downstream, List<String> sectors, List<String> warnings) {

    static Stream<AssetRow> of(Finding finding) {
        String reference = reference(finding.reference());
        return finding.matched() ? listed(finding.matches()).map(match -> of(reference, match))
                : Stream.of(new AssetRow(reference, null, List.of(), List.of(), List.of(), 0, List.of(), List.of()));
    }

    private static AssetRow of(String reference, Match match) {
        return new AssetRow(reference, match.asset(), about(match),
                listed(match.timeSources()).map(AssetRow::source).toList(),
                listed(match.administrators()).map(AssetRow::administrator).toList(),
                match.downstream().total(),
                match.downstream().bySector().entrySet().stream()
                        .map(sector -> AssetWords.sector(sector.getKey()) + " " + sector.getValue()).toList(),
                warnings(match));
    }

    private static String reference(AssetReference reference) {
        return Stream.of(reference.ref(), reference.hostname(), reference.ip(), reference.clockIdentity(), reference.serial())
                .filter(Objects::nonNull).reduce((a, b) -> a + ", " + b).orElse("");
    }

    private static List<String> about(Match match) {
        return Stream.of(AssetWords.says(match.asset().kind()) + Speech.of("row_criticality", match.asset().criticality()),
                        match.site(), match.ownerContact())
                .filter(Objects::nonNull).toList();
    }

    private static String source(TimeSource source) {
        String name = source.asset() == null ? Speech.of("row_unlisted", source.unlisted()) : name(source.asset());
        return name + (source.risk() == Risk.State.OVERDUE ? Speech.of("row_overdue") : "");
    }

    private static String administrator(Administrator administrator) {
        String problems = problems(administrator.postureProblems());
        return name(administrator.asset()) + (administrator.ownerContact() == null ? "" : ", " + administrator.ownerContact())
                + (problems.isEmpty() ? "" : " (" + problems + ")");
    }

    private static String name(Listed asset) {
        return asset.name() + " [" + asset.organisation() + "/" + asset.ref() + "]";
    }

    private static List<String> warnings(Match match) {
        Risk risk = match.risk();
        String assessment = risk == null ? null : switch (risk.state()) {
            case CURRENT -> null;
            case OVERDUE -> Speech.of("row_overdue_since", Moments.words(risk.reviewDueAt()));
            case NEVER_ASSESSED -> Speech.of("row_never_assessed");
        };
        String posture = problems(match.postureProblems());
        String age = match.entryAgeDays() > 365 ? Speech.of("row_old", match.entryAgeDays()) : null;
        return Stream.of(assessment, posture.isEmpty() ? null : Speech.of("row_kept_badly", posture), age)
                .filter(Objects::nonNull).toList();
    }

    private static String problems(List<PostureProblem> problems) {
        return listed(problems)
                .map(problem -> Speech.of("row_problem_" + Json.word(problem).replace('-', '_')))
                .reduce((a, b) -> a + ", " + b).orElse("");
    }

    /** An empty list is not written, and so is none when it is read. */
    static <T> Stream<T> listed(List<T> stored) {
        return stored == null ? Stream.empty() : stored.stream();
    }
}
