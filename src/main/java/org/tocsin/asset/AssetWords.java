package org.tocsin.asset;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateExtension;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.json.Json;
import org.tocsin.web.Moments;
import org.tocsin.web.Say;
import org.tocsin.web.Speech;
import org.tocsin.web.WireWords;

/** What of an inventory reads otherwise on a page than on the wire. */
@TemplateExtension
public final class AssetWords {

    private static final int LONGEST_SHOWN = 300;

    private AssetWords() {
    }

    public static String says(Risk risk) {
        return switch (risk.state()) {
            case CURRENT -> risk.reviewDueAt() == null ? Speech.of("risk_current") : Speech.of("risk_current_until", Moments.words(risk.reviewDueAt()));
            case OVERDUE -> Speech.of("risk_overdue_since", Moments.words(risk.reviewDueAt()));
            case NEVER_ASSESSED -> Speech.of("risk_never");
        };
    }

    public static boolean isCurrent(Risk risk) {
        return risk.state() == Risk.State.CURRENT;
    }

    public static String says(PostureProblem problem) {
        return Speech.of("posture_" + word(problem), Limits.USUAL.patchHolds().getDays());
    }

    public static String says(EdgeType type) {
        return Speech.of("edge_" + word(type));
    }

    public static String says(IdentifierKind kind) {
        return Speech.of("identifier_" + word(kind));
    }

    public static String says(AssetKind kind) {
        return Say.wire(kind.word());
    }

    /** As the inventory and reports name it; a word of one's own stays as it is. */
    public static String sector(String word) {
        return Speech.instead(WireWords.spoken(word), "sector_" + word.replace('-', '_'));
    }

    public static String criticality(int criticality) {
        return Speech.of("criticality_" + (criticality >= 2 && criticality <= 5 ? criticality : 1));
    }

    private static String word(Enum<?> of) {
        return Json.word(of).replace('-', '_');
    }

    public static String says(EdgeTarget to) {
        return to.ref() != null ? (to.organisation() == null ? "" : to.organisation() + "/") + to.ref()
                : Stream.of(to.hostname(), to.ip(), to.clockIdentity(), to.serial()).filter(Objects::nonNull).findFirst().orElse("");
    }

    /** All that a report said of an asset. */
    public static String says(AssetReference reference) {
        return Stream.of(word("ref", reference.ref()), word("hostname", reference.hostname()), word("ip", reference.ip()),
                        word("clockIdentity", reference.clockIdentity()), word("serial", reference.serial()))
                .filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    private static String word(String kind, String value) {
        return value == null ? null : Speech.of("by_" + kind) + " " + value;
    }

    /** A field of an entry, as a line in a comparison. */
    public static String shown(JsonNode value) {
        String text = value.isTextual() ? value.asText() : value.toString();
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }
}
