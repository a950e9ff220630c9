package org.tocsin.asset;

import java.util.List;
import java.util.stream.Stream;
import org.tocsin.json.Json;
import org.tocsin.web.WireWords;

/** What a form lets people choose from. */
public final class AssetChoices {

    /** @param word as it is sent */
    public record Choice(String word, String says) {
    }

    static final List<Choice> YES_OR_NO = List.of(new Choice("true", "Yes"), new Choice("false", "No"));

    static final List<Choice> LEVELS = Stream.of(5, 4, 3, 2, 1)
            .map(level -> new Choice(level.toString(), AssetWords.criticality(level))).toList();

    private AssetChoices() {
    }

    static List<Choice> kinds() {
        return Stream.of(AssetKind.values()).map(kind -> new Choice(kind.word(), WireWords.spoken(kind.word()))).toList();
    }

    static List<Choice> sectors() {
        return Stream.of(Sector.values()).map(sector -> new Choice(sector.word(), WireWords.spoken(sector.word()))).toList();
    }

    static List<Choice> timeScales() {
        return Stream.of(TimeScale.values()).map(Json::word)
                .map(word -> new Choice(word, word.equals("local") ? "Local: no scale of others" : word)).toList();
    }

    static List<Choice> identifierKinds() {
        return Stream.of(IdentifierKind.values()).map(kind -> new Choice(Json.word(kind), AssetWords.says(kind))).toList();
    }

    static List<Choice> edgeTypes() {
        return Stream.of(EdgeType.values()).map(type -> new Choice(type.word(), AssetWords.says(type))).toList();
    }

    static List<Choice> targetKinds() {
        return List.of(new Choice("ref", "ref, or organisation/ref"), new Choice("hostname", "host name"), new Choice("ip", "IP address"),
                new Choice("clockIdentity", "clock identity"), new Choice("serial", "serial number"));
    }
}
