package org.tocsin.asset;

import java.util.List;
import java.util.stream.Stream;
import org.tocsin.json.Json;
import org.tocsin.web.Say;
import org.tocsin.web.Speech;

/** What a form lets people choose from. */
public final class AssetChoices {

    /** @param word as it is sent */
    public record Choice(String word, String says) {
    }

    private AssetChoices() {
    }

    static List<Choice> yesOrNo() {
        return List.of(new Choice("true", Say.wire("yes")), new Choice("false", Say.wire("no")));
    }

    static List<Choice> levels() {
        return Stream.of(5, 4, 3, 2, 1).map(level -> new Choice(level.toString(), AssetWords.criticality(level))).toList();
    }

    static List<Choice> kinds() {
        return Stream.of(AssetKind.values()).map(kind -> new Choice(kind.word(), AssetWords.says(kind))).toList();
    }

    static List<Choice> sectors() {
        return Stream.of(Sector.values()).map(sector -> new Choice(sector.word(), AssetWords.sector(sector.word()))).toList();
    }

    static List<Choice> timeScales() {
        return Stream.of(TimeScale.values()).map(Json::word)
                .map(word -> new Choice(word, word.equals("local") ? Speech.of("scale_local") : word)).toList();
    }

    static List<Choice> identifierKinds() {
        return Stream.of(IdentifierKind.values()).map(kind -> new Choice(Json.word(kind), AssetWords.says(kind))).toList();
    }

    static List<Choice> edgeTypes() {
        return Stream.of(EdgeType.values()).map(type -> new Choice(type.word(), AssetWords.says(type))).toList();
    }

    static List<Choice> targetKinds() {
        return Stream.of("ref", "hostname", "ip", "clockIdentity", "serial").map(by -> new Choice(by, Speech.of("target_" + by))).toList();
    }
}
