package org.tocsin.report.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.json.WireWord;
import org.tocsin.report.submission.Category;
import org.tocsin.report.submission.TimeThreat;
import org.tocsin.web.Speech;
import org.tocsin.web.WireWords;

/** Codes of taxonomies as people read them, on the report's page and where they are chosen. */
public final class CodeWords {

    /** @param word as it is sent */
    public record Choice(String word, String says) {
    }

    private static final String RFC_7384 = "rfc7384:3.2.";

    private CodeWords() {
    }

    /** All of RSIT, each class before its types. */
    public static List<Choice> categories() {
        return Category.codes().stream().map(code -> new Choice(code, category(code))).toList();
    }

    /** Those to time protocols; a technique of ATT&CK is written by its id. */
    public static List<Choice> threats() {
        return Stream.of(TimeThreat.values()).map(threat -> new Choice(threat.code(), threat(threat.code()))).toList();
    }

    /** Those that the inventory knows; a report may name others. */
    public static List<Choice> sectors() {
        return Stream.of("timekeeping", "telecoms", "finance", "transport", "energy", "water", "health", "digital-infrastructure",
                "public-administration", "broadcasting", "space", "research", "food", "manufacturing", "other").map(word -> new Choice(word, sector(word))).toList();
    }

    /** What was chosen in a field of this name; as it stands when it is none of ours. */
    public static String of(String field, String code) {
        return switch (field) {
            case "category" -> category(code);
            case "sectors" -> sector(code);
            case "threats" -> code.matches("rfc7384:3\\.2\\.([1-9]|1[0-2])") || code.matches("T1[0-9]{3}.*") ? threat(code) : code;
            default -> word(code);
        };
    }

    static String sector(String word) {
        return Speech.instead(WireWords.spoken(word), key("sector", word));
    }

    /** One word of a list. */
    public static String word(String written) {
        return Speech.instead(WireWords.spoken(written), key("word", written));
    }

    /** A class of the taxonomy, and its type where it has one. */
    static String category(String code) {
        return Stream.of(code.split("/")).map(part -> Speech.instead(code.startsWith(part + "/") || code.equals(part)
                ? WireWords.spoken(part) : part.replace('-', ' '), key("rsit", part))).collect(Collectors.joining(": "));
    }

    /** Codes of RFC 7384 say nothing to most; ATT&CK ids are what people search for. */
    static String threat(String code) {
        if (!code.startsWith(RFC_7384)) {
            return code + " (ATT&CK)";
        }
        TimeThreat threat = TimeThreat.values()[Integer.parseInt(code.substring(RFC_7384.length())) - 1];
        String name = WireWord.of(threat);
        return Speech.instead(WireWords.spoken(name), key("threat", name)) + " (RFC 7384 §" + code.substring("rfc7384:".length()) + ")";
    }

    private static String key(String kind, String word) {
        return kind + "_" + word.replaceAll("[^A-Za-z0-9]+", "_");
    }
}
